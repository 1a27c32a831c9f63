package io.tastemaker.domain.identity;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words that people make passwords of, in lower case and with letters only; what they append is taken off before. */
final class CommonWords {

    private static final String OF_COMPUTERS = """
            password passwort passwd passw pass passcode passphrase passport mypassword mypass newpassword newpass oldpassword nopassword
            thepassword yourpassword changeme changeit change changepassword secret mysecret topsecret default defaultpassword letmein
            letmeinnow openup open opensesame sesame welcome welcometo welcomeback hello hellothere helloworld hellokitty hallo hola aloha
            admin administrator adminadmin adminpass sysadmin superadmin superuser root rootroot toor rootpass user username useruser guest
            guestguest demo demodemo test testing tester testtest testuser testpass tests temp temporary temppass temp trial login logon
            signin signup logmein access accessme account master masterkey mastermaster key keypass backup server service support manager
            system systems computer laptop desktop internet intranet network online offline website webmaster office google yahoo hotmail
            gmail facebook twitter instagram youtube tiktok whatsapp snapchat linkedin microsoft windows linux ubuntu debian apple iphone
            android samsung galaxy nokia oracle mysql postgres database public private security secure secured safety safe private unknown
            nothing something anything whatever whatnot nobody somebody anybody please pleaselogin enter enterhere entry exit goodbye bye
            blank null none void example sample dummy foobar foo bar baz qux qwerty qwertyuiop qwert azerty qwertz asdf asdfgh asdfghjkl
            zxcvbn zxcvbnm qazwsx qazxsw wasd abc abcd abcde abcdef abcdefg abcdefgh aaa xxx zzz xyz""";

    private static final String OF_FEELINGS = """
            love lover lovers lovely loveme loveyou iloveyou iloveu ilove iloveme iloveher iloveyouso iloveyoutoo ilovehim lovelove mylove
            truelove firstlove loveforever loveyouforever forever forever together always iloveit ihateyou hate hateyou kiss kisses kissme hug hugs
            baby babyboy babygirl babydoll babe babes honey honeybee sweet sweetie sweetheart sweety sugar darling dear angel angels
            angelface heaven heart hearts beloved beautiful beauty pretty cute cutie cutiepie gorgeous sexy sex sexygirl sexyboy hottie hot
            happy happiness happyday smile smiley smiles lucky luckyone luck lucky good goodluck great awesome amazing wonderful perfect
            cool coolguy coolgirl coolman cooldude crazy crazyman crazygirl funny fun party dance dancer dancing music musica rock rockstar
            rocknroll guitar piano drums drummer bass singer metal heavymetal metallica nirvana slipknot eminem beatles rihanna beyonce
            shakira bieber justinbieber onedirection taylorswift blackpink bts freedom peace friend friends friendship friendsforever
            bestfriend bestfriends family mother father mommy daddy mamma mummy mama papa mom dad momdad mumdad sister brother grandma
            grandpa wife husband boyfriend girlfriend king queen prince princess princesa princesse reina rey lord lady boss bigboss boss
            hero heroes legend champion winner winners victory power powerful strong strength dream dreams dreamer believe faith hope trust
            trustme trustno trustnoone jesus jesuschrist jesusislord christ god godisgood godislove mygod allah bismillah mohammed buddha
            krishna blessed blessing bless amen holy church destiny grace glory life mylife lifeisgood live livelife death dead die killer
            kill killme evil devil satan demon hell darkness dark shadow shadows night midnight magic magical mystery ghost spirit soul""";

    private static final String OF_NATURE = """
            dragon dragons dragonball dragonfly monkey monkeys banana bananas tiger tigers tigger lion lions lioness panther panthers jaguar
            leopard cheetah wolf wolves wolfpack bear bears teddy teddybear panda pandas koala eagle eagles falcon falcons hawk hawks raven
            phoenix dolphin dolphins shark sharks whale fish fishing horse horses pony unicorn unicorns elephant zebra giraffe rabbit bunny
            hamster mouse turtle frog froggy snake spider scorpion cobra viper python butterfly ladybug bee bees cat cats kitty kitten
            kittycat dog dogs doggy doggie puppy puppies puppylove chicken duck ducks cow pig piggy goat sheep flower flowers rose roses
            lily daisy jasmine violet tulip sunflower orchid lotus cherry cherries apple apples orange oranges lemon lemons peach peaches
            peanut peanuts pumpkin pepper strawberry blueberry chocolate choco cookie cookies candy cupcake icecream pizza cheese coffee
            pancake muffin butter ginger cinnamon vanilla sunshine sunny sun moon moonlight star stars starlight starfish rainbow rainbows
            sky blue bluesky ocean sea beach island river water fire fireball firefly ice snow snowball snowman snowflake winter summer
            spring autumn summertime thunder lightning storm wind earth world planet galaxy universe cosmos comet diamond diamonds crystal
            pearl emerald ruby sapphire amber gold golden silver platinum purple green yellow black white pink red brown gray blackcat
            whitecat blackdog bluemoon redrose redsox redbull greenday greentea purplerain pinky goldfish""";

    private static final String OF_GAMES = """
            football football soccer futbol fussball baseball basketball basket volleyball hockey tennis golf golfer golfing cricket rugby
            boxing wrestling racing racer runner running swimming swimmer surfing surfer skate skater skateboard snowboard sports sport
            arsenal chelsea liverpool manchester manutd manunited unitedfc everton tottenham barcelona barca realmadrid juventus milan
            acmilan intermilan bayern bayernmunich dortmund ajax benfica porto corinthians flamengo palmeiras santos gremio boca bocajuniors
            riverplate celtic rangers messi leomessi ronaldo cristiano neymar beckham zidane maradona pele yankees cowboys steelers packers
            patriots raiders broncos dolphins lakers bulls celtics warriors jordan michaeljordan kobe lebron cardinals dodgers giants
            braves redskins redwings bruins senators blackhawks pokemon pikachu charizard mario supermario luigi zelda sonic minecraft
            roblox fortnite callofduty counterstrike halo starcraft warcraft worldofwarcraft diablo gamer gamers gaming game games player
            playboy playstation xbox nintendo batman superman spiderman ironman wolverine hulk captain captainamerica avengers joker
            catwoman superhero starwars darthvader yoda skywalker lukeskywalker startrek enterprise matrix neo trinity terminator gandalf
            frodo hobbit lordoftherings harrypotter hermione hogwarts naruto sasuke sakura goku vegeta onepiece luffy snoopy garfield
            scooby scoobydoo simpsons bart homer mickey mickeymouse minnie donald goofy tweety bambi nemo shrek barbie elmo simba cinderella
            ninja ninjas samurai warrior warriors knight knights soldier sniper hunter hunting ranger rangers pirate pirates viking vikings
            wizard merlin excalibur maverick mustang corvette camaro ferrari porsche mercedes bmw audi toyota honda yamaha suzuki kawasaki
            harley harleydavidson chevy chevrolet ford subaru nissan mazda volkswagen jaguar lamborghini bugatti tesla""";

    private static final String OF_NAMES = """
            michael mike michelle jennifer jenny jessica jessie joshua josh matthew matt andrew andy daniel dan daniela danielle david dave
            robert rob bobby bob john johnny jon jonathan james jamie jim jimmy joseph joe joey thomas tom tommy tomas charles charlie
            charlotte christopher chris christian christina christine cristina anthony tony antonio antonia mark marcus marco maria mario
            marie mary marina marian mariana martin martina martha margaret maggie george jorge georgia kevin brian ryan jason justin
            brandon austin dustin tyler taylor hunter hannah ashley amanda amber amy angela angelica angelina anna annie anne ana andrea
            andreas alex alexander alexandra alexandre alexis alice alicia allison barbara becky benjamin ben benny bella isabella isabel
            isabelle bianca brenda brittany bruno camila camille carlos carla carmen carolina caroline catherine katherine kathy katie kate
            cindy claire claudia crystal cynthia debbie deborah denise dennis diana diego dominic donna dylan eduardo edward eric erica
            elena elizabeth emily emma eva evelyn felipe fernando fernanda francis francisco frank frankie fred freddy gabriel gabriela
            gary gloria grace greg gregory guillermo gustavo harry heather helen henry hugo ian ivan jack jackson jackie jacob jake
            jasmin jean jeff jeffrey jeremy jerry jesse joan joanna jose juan juliana julia julian julie juliet karen karina karla keith
            kelly kenneth kenny kimberly kim kristen kyle larry laura lauren leonardo leo leon linda lisa lucas lucia luis luisa lucy luke
            madison manuel melissa mercedes miguel miranda monica morgan nancy natalia natalie natasha nathan nicholas nicolas nick nicole
            nikki olivia oliver oscar pablo pamela patricia patrick paul paula paulina pedro peter phil philip rachel rafael raquel raul
            rebecca renata ricardo richard ricky rita roberto rodrigo roger ronald rosa ruth sabrina sally samantha samuel sam sammy sandra
            santiago sara sarah scott sean sebastian sergio shannon sharon sofia sophia sophie stella stephanie stephen steve steven
            stefan susan suzanne sydney tamara teresa theresa tiffany tim timothy tina vanessa valentina valeria valerie veronica victor
            victoria vincent virginia walter wendy william will willy yolanda zachary ahmed ali fatima hassan hussein ibrahim mohamed
            muhammad omar yusuf priya rahul rohit amit raj sanjay anil deepak pooja neha wei ming chen wang zhang yuki hiro ivanov
            olga svetlana tatiana vladimir dmitri sergey alexey""";

    private static final String OF_PLACES_AND_TIMES = """
            america american usa unitedstates canada mexico brazil brasil argentina chile colombia peru venezuela england britain london
            scotland ireland wales france paris germany berlin hamburg munich deutschland austria vienna italy italia roma rome milano
            spain espana madrid portugal lisboa lisbon holland amsterdam belgium sweden stockholm norway oslo denmark finland poland polska
            warszawa russia moscow moskva ukraine greece athens turkey istanbul galatasaray fenerbahce besiktas israel egypt africa
            nigeria kenya morocco india indian bharat mumbai delhi pakistan karachi china beijing shanghai hongkong taiwan japan tokyo
            korea seoul vietnam hanoi thailand bangkok indonesia jakarta malaysia singapore philippines manila australia sydney melbourne
            newyork newyorkcity brooklyn boston chicago dallas texas houston austin denver detroit florida miami california losangeles
            hollywood lasvegas vegas seattle sanfrancisco sandiego phoenix atlanta toronto montreal vancouver quebec hawaii alaska rio
            riodejaneiro saopaulo buenosaires bogota lima santiago january february march april may june july august september october
            november december monday tuesday wednesday thursday friday saturday sunday weekend today tomorrow yesterday morning holiday
            vacation christmas easter halloween birthday newyear enero febrero marzo abril mayo junio julio agosto septiembre octubre
            noviembre diciembre janeiro fevereiro janvier fevrier januar februar sommer hiver verano invierno verao inverno""";

    private static final String OF_OTHER_TONGUES = """
            contrasena contrasenya clave miclave clavesecreta senha minhasenha mudar motdepasse monmotdepasse bonjour bienvenue soleil
            doudou loulou chouchou cheval chocolat amour monamour jetaime teamo tequiero teamomucho amor miamor meuamor amore amoremio
            tiamo tesoro ciao ciaociao bella bello estrella estrellas bonita bonito hermosa hermosas corazon carino mivida familia
            amigos amiga amigo hermano hermana madre padre mimama mipapa gatito perrito mariposa chiquita angelito princesita futebol
            vasco saopaulofc deus deusefiel jesuseamor felicidade saudade gostosa gatinha cachorro kennwort geheim schatz schatzi hallohallo
            liebe ichliebedich sonne sonnenschein passwortneu wachtwoord welkom geheim haslo kochanie dupa polska parola parola benvenuto
            sifre parolamvar askim canim sevgi parol lyubov privet solnyshko zaq mima woaini wodemima aini iloveyouchina sakura konnichiwa
            arigato anata aishiteru sarang saranghae matkhau rahasia sayang sayangku cinta bismillah kucing mahal mahalkita""";

    private static final String OF_RUDENESS_AND_WORK = """
            fuck fuckyou fuckoff fuckme fucker motherfucker shit bullshit bitch bitches asshole bastard damn dammit idiot stupid loser
            dickhead pussy cock penis boobs porn porno hardcore naughty bigdick suckme blowme biteme screwyou noway student students school
            college university teacher nurse doctor lawyer police army navy marine marines military airforce engineer developer programmer
            designer student pilot captain driver trucker farmer cowboy company business marketing sales money cash dollar dollars rich
            million millionaire billionaire bitcoin crypto casino poker jackpot lottery bank banker banking finance market shop shopping
            store creator creators influencer influencers campaign campaigns brand brands agency media socialmedia content followers video
            videos camera photo photos fashion style makeup lifestyle travel traveler fitness workout yoga health healthy beer vodka whiskey
            tequila wine marlboro cocacola pepsi starbucks nike adidas gucci prada chanel dior disney netflix spotify amazon ebay paypal
            qwe asd zxc iop jkl poi lkj mnb rty fgh vbn uiop hjkl bnm phone mobile telephone telefon monitor printer keyboard garage house
            home homesweethome kitchen garden window door table chair train plane airplane rocket zeppelin satellite submarine""";

    static final Set<String> ALL = Stream.of(OF_COMPUTERS, OF_FEELINGS, OF_NATURE, OF_GAMES, OF_NAMES, OF_PLACES_AND_TIMES,
                    OF_OTHER_TONGUES, OF_RUDENESS_AND_WORK)
            .flatMap(words -> Stream.of(words.split("\\s+")))
            .collect(Collectors.toUnmodifiableSet());

    private CommonWords() {}
}
