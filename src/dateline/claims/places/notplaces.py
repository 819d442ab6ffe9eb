"""Capitalised words that are also the names of towns somewhere, and what makes a name no place."""

from __future__ import annotations

from dateline.text.wordlist import words

# Never a place by themselves, whatever stands before them.
NEVER = words("""
khan kafr kfar tall tel tell deir dayr ain ayn umm oum jabal jebel bab ras wadi beit bayt bir abu
jisr qalat sheikh sheik shaykh nahr hosh housh sharq gharb
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat
january february march april may june july august september october november december jan feb mar
apr jun jul aug sep sept oct nov dec am pm gmt est edt utc a an the he she it we they i you his
her its their our my your this that these those who what when where why how which there here and
but or nor so yet if as at by for from in into of off on onto out over to up with within without
after before during since until while not no yes all any both each few many more most much none
other others some such than then too very just only also again one two three four five six seven
eight nine ten eleven twelve dozens hundreds thousands president king queen prince princess
minister premier general colonel major captain lieutenant sergeant admiral commander chief
secretary senator congressman representative governor mayor judge justice sheriff deputy officer
director chairman spokesman spokeswoman ambassador doctor professor sheikh imam pope bishop father
sister brother lord lady sir mr mrs ms miss dr god allah islam islamic muslim christian jewish
catholic sunni shiite shia alawite kurdish kurd kurds arab arabs druze christians muslims jews
yazidi turkmen army navy police guard guards force forces brigade battalion state government
parliament congress senate house court council party ministry committee union league front
movement group agency office international national federal central democratic republican liberal
conservative labour labor observatory human rights news media press television radio reuters afp
ap isis isil daesh nato un eu north south east west northern southern eastern western northeast
northwest southeast southwest middle street road avenue highway boulevard square park school
university college hospital church mosque airport station bridge center centre river lake mountain
mount valley bay island islands mom mum dad broadway gulf internet web site facebook twitter
youtube google black white red green blue
""")

# Houses, halls and parts of the world that share their names with towns.
PHRASES = frozenset(
    ["white house", "middle east", "red cross", "high court", "state house", "capitol hill",
     "green zone", "far east", "near east", "south pacific", "holy land"]
)  # fmt: skip

# Places by these names exist, but the word mostly means something else: more must speak for it.
COMMON = words("""
about above academy action active agreement aid air alliance along america angel apple arc area
arms art article aspen atlantic attack authority badiya baker ball bank bar bath batman battle
beach bell best big bird bishop board bolton book boss bow box bronco brothers brown bush business
buy camp campbell can canal care carter case castle cell century chance change charity chase child
children church circle city clark class clay clear clinton close club coal coast cobb cole college
comet commerce community company concern corner country county course cross crown cruz curry dale
date davis day deal dean defence defense delta democrat department diamond dodge dog door down
dream drew duke early earth easter eden edge education ellis energy enterprise eternal evans even
ever every evidence experience eye faith falcon fall family far farmer field fight finance fire
first fish flag flat ford foreign fort fortune forward foster fox francis franklin free freedom
fresh friend friendship frost full garden gay george get gold golden good gordon grace grand grant
gray great greeley grove gulf guns hall hamilton hand harmony harris harrison harvey hassan haven
hay head health heart henry heritage high hill history holiday home hope hot howard hunt hunter
ideal image imperial independence index india industry inter iron jackson james jefferson job
johnson jones joy jupiter keep kelly key kings knight lane last law lee left legal lenin less
levant lewis liberty life light lincoln line lion little live local long look lost love low mall
man manila marathon market mars marshall martin marx mary mason master mean medical mercury mercy
mexico mid middle mills mine mission mobile model money moon moore more morgan morris most motor
mound murray native nature new news nice night noble normal number oak ocean official oil old
olive open orange order oscar pacific page paint palace park parker pass patterson paul peace
pearl people perry phillips pierce pilot plain plant police polo pope port post power premier
price pride prime program project property public purpose quick rally ranger rapid reading real
reform regent relief republic research residents rest rice rich richards right rise robert roberts
rock roger rogers rose ross royal russell safe saint sale same san sand santa saturn save scott
sea season secret see senior service shell ship short show sierra sign silver simple six small
smith snow social society son song soon special sport spring stalin star start station steel step
stone store story strong success summer summit sun sunshine super supply support supreme surprise
sweet table taylor tea team temple tesla thomas time today together top total tour tower town
toyota trade tree troops troy turkey twin union unity university upper valley van vatican venus
veteran victor victory villa village villas vision wales walker wall war ward warren washington
watch water wave way welcome well white wild will williams wilson winner winter wise wood woods
word work world wright year yellow york young zion
""") - words("america india mexico manila vatican wales washington york turkey")

# A given name that is also a place: with a capitalised word behind it, it is a person.
GIVEN = words("""
abdul abraham abu adam adelaide adnan ahmad ahmed albert alexandria alexei alfred ali alice
allison alma amina amir amit amman anders andrea angela anil anna anthony antonio anwar arnold
arthur ashley aurora austin aziz barack bashar beatrice ben benton bernard beverly bill blair bob
boris brad bradley brandon brittany brooklyn bruce bryan byron cameron carl carlo carlos carmen
carol carolina carson casey catherine chad chandler charles charlotte chelsea chen chester chris
christian christina clara clarence claude clay clayton clifton clinton clyde cody colin colton
conrad craig cyprus dallas dalton damian dan daniel darren david davis dawson deepak denver derby
diana diego dieter dmitri dmitry dominica donald doug douglas dylan eaton edgar edison edward
edwin eliot elizabeth ellen elmer emily emma emmanuel eric erik ernest ethan eugene eva evan
evelyn fadi faisal farid fatima felix fernando florence francis francois frank franklin fred
frederick gabriel gail gary geneva george georgia gerald ghassan gilbert giovanni glen gloria
gordon grace grant greg gregory greta habib hadi hafez haider hamid hamilton hamza hannah hans
haris harold harper harrison harry harvey hasan hashim hassan hayden heather heinz helen helena
henry herbert hillary holly houston howard hudson hugo hunter hussein ian ibrahim igor imad ingrid
irene ismail israel ivan jabbar jack jackson jacob jade jake jalal jamal james jamie jamil jane
jasmine jason jasper javier jay jean jeff jefferson jerome jesse jim joan joe joel johan john
jordan jorge jose joseph josh juan julia julian june jurgen justin kamal karen karim karl kate
keith kelly kelvin ken kenji kenneth kent kevin khaled khalid khalil kim kimberly kingston kirk
klaus kurt kyle lance lars laura laurel lauren lawrence leah lee leo leon leonard leslie lewis
lincoln linda lisa logan london lorena louis louisa lucas lucy luigi luis luke luther lydia lyle
madison mahdi maher mahmoud majid malcolm malik mansour manuel marco marcus margaret maria marie
marion mark marlon marshall martha martin marwan mary mason masoud matt maurice max maxwell maya
mazen melania melissa melvin mercedes mia michael miguel mike miles milton ming miranda mohamed
mohammad mohammed monica morgan morris moses muhammad murray mustafa nabil nader nancy naomi
narendra nasser natalia nathan neil nelson nicholas nick nico nicolas nina nizar noah noel nora
norman nouri oleg olga oliver olivia omar orlando osama oscar othman otto owen pablo paige paolo
paris parker patricia patrick paul paula pedro percy perry peter philip phoenix pierre preston
priya qasim quentin quincy rachel rafael rafiq rahul raj ralph rami ramon rashid ravi ray raymond
rebecca reed regina rex riad richard ricky riley rita robert roberto robin rock roger roland roman
ronald rosa rosalie rosario rose ross roy russell ruth ryan saad sabah sabrina sadiq saeed said
salah saleh salem salim salman salvador sam sami samir samuel sandra sandy sanjay santiago sarah
savannah scott sean selma sergei sergey sergio seth shadi shane shannon sharif sharon shawn sheila
shelby sheldon shirley sidney sierra simon sofia sonia sophia spencer stanley stella stephen
sterling steve steven stewart stuart sullivan sunil susan sven sydney sylvia tahir talal tareq
tariq tatiana taylor teresa terrence terry thomas tiffany timothy tina todd tom tony tracy travis
trenton trevor tristan troy tyler valentina valerie vera vernon veronica victor victoria vienna
vincent viola virginia vivian vladimir wade walid wallace walter warren warsaw wassim wayne wei
wendy wesley weston whitney william willow wilson winston xavier yahya yasser yolanda yousef
youssef yuki yuri yusuf zachary zaid ziad
""")

# Behind a place's name these make the whole an organisation that is named for the place.
NAMED_FOR = words("""
post times herald journal tribune gazette globe star telegraph chronicle examiner observer mail
sun mirror guardian standard inquirer dispatch review news press today weekly magazine television
radio tv bank airlines airways express motors oil gas petroleum insurance securities stock
exchange university institute college bulls bears cubs giants jets yankees mets lakers knicks
rangers redskins cowboys texans astros rockets spurs stars mavericks eagles phillies steelers
pirates penguins browns indians cavaliers reds bengals tigers lions pistons packers brewers bucks
vikings twins cardinals blues rams chiefs royals broncos rockies nuggets avalanche suns coyotes
diamondbacks dodgers angels kings clippers ducks raiders athletics warriors sharks seahawks
mariners blazers jazz celtics patriots bruins orioles ravens capitals wizards nationals hurricanes
panthers hornets falcons braves hawks heat marlins dolphins buccaneers lightning magic saints
pelicans titans predators grizzlies united fc rovers wanderers accord accords treaty convention
protocol agreement process declaration pact principles consensus charter statute club bridge pride
foundation center centre group corp inc ltd llc co partners
""")

# Behind a name these make a street of it.
STREETS = words("""
street st road rd avenue ave boulevard blvd drive dr lane ln court ct way highway hwy place pl
terrace parkway pkwy pike turnpike route alley circle crescent trail
""")

# Behind a place's name these stand in the place: it is meant all the same.
STANDING_IN = words("""
police city county town village province governorate district region state airport station
hospital prison jail court courthouse council mayor governor government security operations
command countryside suburbs area border front school schools library fire sheriff parish township
municipal central general health department high old new international public junction square east
west north south provincial military civil local branch embassy consulate base camp dam bridge
crossing residents metropolitan neighborhood neighbourhood
""")

# Before a name these make it a person.
TITLES = words("""
president king queen prince princess minister premier general colonel major captain lieutenant gen
col maj capt lt sgt cpl pvt brig adm cmdr sergeant corporal private admiral commander secretary
senator sen rep congressman congresswoman representative gov judge justice sheriff deputy officer
detective director chairman chairwoman spokesman spokeswoman ambassador envoy doctor professor
prof rev reverend sheikh sheik imam pope bishop cardinal father sister brother uncle aunt lord
lady sir mr mrs ms miss dr ayatollah mullah emir sultan crown coach abu abou umm ibn bin abdul
actor actress singer author
""")

# Before a name these are part of saying where.
ASIDE = words("""
north south east west northern southern eastern western central greater upper lower downtown inner
outer northeast northwest southeast southwest northeastern northwestern southeastern southwestern
old rural metropolitan mainland
""")
