/** The words of schema.org and its elders, as far as people and organisations go. */
const words = (list: string) => new Set(list.split(/\s+/).filter(Boolean));

const personTypes = words('Person Patient foaf:Person');

/** Organization with everything under it (LocalBusiness and its trades included), and what other vocabularies call one. */
const companyTypes = words(`
Organization Airline Consortium Cooperative Corporation EducationalOrganization CollegeOrUniversity ElementarySchool HighSchool
MiddleSchool Preschool School FundingScheme GovernmentOrganization LibrarySystem LocalBusiness AnimalShelter ArchiveOrganization
AutomotiveBusiness AutoBodyShop AutoDealer AutoPartsStore AutoRental AutoRepair AutoWash GasStation MotorcycleDealer MotorcycleRepair
ChildCare Dentist DryCleaningOrLaundry EmergencyService FireStation Hospital PoliceStation EmploymentAgency EntertainmentBusiness
AdultEntertainment AmusementPark ArtGallery Casino ComedyClub MovieTheater NightClub FinancialService AccountingService AutomatedTeller
BankOrCreditUnion InsuranceAgency FoodEstablishment Bakery BarOrPub Brewery CafeOrCoffeeShop Distillery FastFoodRestaurant
IceCreamShop Restaurant Winery GovernmentOffice PostOffice HealthAndBeautyBusiness BeautySalon DaySpa HairSalon HealthClub NailSalon
TattooParlor HomeAndConstructionBusiness Electrician GeneralContractor HVACBusiness HousePainter Locksmith MovingCompany Plumber
RoofingContractor InternetCafe LegalService Attorney Notary Library LodgingBusiness BedAndBreakfast Campground Hostel Hotel Motel Resort
SkiResort VacationRental MedicalBusiness CommunityHealth Dermatology DietNutrition Emergency Geriatric Gynecologic MedicalClinic
CovidTestingFacility Midwifery Nursing Obstetric Oncologic Optician Optometric Otolaryngologic Pediatric Pharmacy Physician
IndividualPhysician PhysiciansOffice Physiotherapy PlasticSurgery Podiatric PrimaryCare Psychiatric PublicHealth
VeterinaryCare ProfessionalService RadioStation RealEstateAgent RecyclingCenter SelfStorage ShoppingCenter SportsActivityLocation
BowlingAlley ExerciseGym GolfCourse PublicSwimmingPool SportsClub StadiumOrArena TennisComplex Store BikeStore BookStore ClothingStore
ComputerStore ConvenienceStore DepartmentStore ElectronicsStore Florist FurnitureStore GardenStore GroceryStore HardwareStore HobbyShop
HomeGoodsStore JewelryStore LiquorStore MensClothingStore MobilePhoneStore MovieRentalStore MusicStore OfficeEquipmentStore OutletStore
PawnShop PetStore ShoeStore SportingGoodsStore TireShop ToyStore WholesaleStore TelevisionStation TouristInformationCenter TravelAgency
MedicalOrganization DiagnosticLab NGO NewsMediaOrganization OnlineBusiness OnlineStore OnlineMarketplace PerformingGroup DanceGroup
MusicGroup TheaterGroup PoliticalParty Project FundingAgency ResearchProject ResearchOrganization SearchRescueOrganization
SportsOrganization SportsTeam WorkersUnion Manufacturer BusinessEntity Company FormalOrganization OrganizationalUnit Group TradeParty
foaf:Organization`);

/** Pages whose author and publisher are just that, not somebody's customer-to-be. */
const writings =
  /(?:Article|Posting|Report|CreativeWork|WebPage|WebSite|Blog|Book|Review|ClaimReview|Question|Answer|Comment|Message|VideoObject|ImageObject|AudioObject|PodcastEpisode|PodcastSeries|Recipe|HowTo|Course|Periodical|Thesis|Dataset|Episode|SoftwareApplication|MediaObject|h-entry|h-feed|h-review)$/;

/** The name of a type or property without its vocabulary: `https://schema.org/Person`, `schema:Person`, `#Person` → `Person`. */
export const localPart = (name: string): string => /[^/#:]*$/.exec(name.trim().replace(/[/#]+$/, ''))?.[0] ?? name;

export const kindOfTypes = (types: readonly string[]): 'person' | 'company' | undefined => {
  const locals = types.map(localPart);
  if (locals.some((t) => personTypes.has(t))) return 'person';
  return locals.some((t) => companyTypes.has(t)) ? 'company' : undefined;
};
export const isWriting = (types: readonly string[]): boolean => types.some((t) => writings.test(localPart(t)));

/** Names of properties elsewhere (FOAF, vCard, GoodRelations, data-vocabulary, hCard) and what schema.org calls them. */
const aliases: Record<string, string> = {
  fn: 'name',
  nick: 'alternateName',
  nickname: 'alternateName',
  'given-name': 'givenName',
  'family-name': 'familyName',
  firstName: 'givenName',
  lastName: 'familyName',
  surname: 'familyName',
  mbox: 'email',
  hasEmail: 'email',
  phone: 'telephone',
  tel: 'telephone',
  hasTelephone: 'telephone',
  fax: 'faxNumber',
  homepage: 'url',
  workplaceHomepage: 'url',
  account: 'sameAs',
  title: 'jobTitle',
  role: 'jobTitle',
  org: 'worksFor',
  'organization-name': 'worksFor',
  employees: 'employee',
  members: 'member',
  founders: 'founder',
  contactPoints: 'contactPoint',
  performers: 'performer',
  'street-address': 'streetAddress',
  'postal-code': 'postalCode',
  locality: 'addressLocality',
  region: 'addressRegion',
  'country-name': 'addressCountry',
  adr: 'address',
  hasAddress: 'address',
};

/** A property under its schema.org name, whatever vocabulary it was written in. */
export const propertyName = (written: string): string => {
  const local = localPart(written);
  return Object.hasOwn(aliases, local) ? (aliases[local] ?? local) : local;
};
