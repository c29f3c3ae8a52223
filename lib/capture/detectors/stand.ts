/** Where an exhibitor stands at a fair: "Halle 4, Stand B12", "Hall 4 / B12", "Booth 1234", 展位号：A12, 3号馆 B05. */
export const booth =
  /(?:(?:halle|hall|pavilion|pabellón|padiglione|pavillon|zaal)\s*[\w.]{1,5}\s*[,/·|–-]?\s*)?(?:stand(?:\s?(?:nr|no|number)\.?)?|booth|展位号?|攤位)\s*[:：]?\s*#?\s*([A-Z]{0,2}\.?\d[\w.-]*)|(?:halle|hall|pavilion|pabellón|padiglione|pavillon|zaal)\s*[\w.]{1,5}\s*[,/·|–-]\s*([A-Z]{1,2}\.?\d[\w.-]*)|[\dA-Z]{1,3}号?馆\s?[,，/-]?\s?([A-Z]?\d[\w.-]*)/iu;
