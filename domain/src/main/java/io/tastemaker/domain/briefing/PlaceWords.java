package io.tastemaker.domain.briefing;

import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.shared.WorldRegion;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Places as people name them: countries in thirty languages, regions of countries, large cities as the region they lie in, groups of
 * countries as their members, and inhabitants ("German creators") beside a word for creators.
 */
final class PlaceWords {

    /** The places that a phrase names. */
    private static final Phrases<Set<Place>> REGIONS = Phrases.of("""
            BR-SP: sao paulo, san pablo
            BR-RJ: rio de janeiro, rio
            BR-MG: minas gerais, belo horizonte
            BR-BA: bahia, salvador da bahia, salvador
            BR-PR: parana, curitiba
            BR-RS: rio grande do sul, porto alegre
            BR-PE: pernambuco, recife
            BR-CE: ceara, fortaleza
            BR-DF: brasilia, distrito federal
            BR-SC: santa catarina, florianopolis
            US-CA: california, kalifornien, californie, los angeles, san francisco, san diego, bay area, silicon valley
            US-NY: new york, nueva york, nova york, new york city, nyc, brooklyn, manhattan
            US-TX: texas, houston, dallas, austin
            US-FL: florida, miami, orlando
            US-IL: illinois, chicago
            US-MA: massachusetts, boston
            US-NJ: new jersey
            US-NM: new mexico
            US-WA: washington state, seattle
            US-NV: nevada, las vegas
            US-GA: atlanta
            US-HI: hawaii
            US-CO: colorado, denver
            US-AZ: arizona
            US-DC: washington dc
            US-OR: oregon
            CA-ON: ontario, toronto
            CA-QC: quebec, montreal
            CA-BC: british columbia, vancouver
            CA-AB: alberta, calgary
            MX-CMX: mexico city, ciudad de mexico, cidade do mexico, cdmx, mexiko stadt
            MX-JAL: jalisco, guadalajara
            MX-NLE: nuevo leon, monterrey
            AR-C: buenos aires, caba
            CO-DC: bogota
            CO-ANT: antioquia, medellin
            CL-RM: santiago de chile
            PE-LIM: lima
            ES-MD: madrid, comunidad de madrid
            ES-CT: catalonia, cataluna, catalunya, katalonien, catalogne, catalunha, catalogna, barcelona, barcelone, barcellona
            ES-AN: andalusia, andalucia, andaluzia, andalusien, andalousie, sevilla, seville, malaga
            ES-VC: valencia, comunidad valenciana
            ES-PV: basque country, pais vasco, euskadi, baskenland, bilbao
            ES-GA: galicia
            ES-CN: canary islands, islas canarias, canarias, kanaren
            ES-IB: balearic islands, baleares, ibiza, mallorca
            PT-11: lisbon, lisboa, lissabon, lisbonne, lisbona
            PT-13: porto, oporto
            PT-08: algarve
            DE-BE: berlin, berlim, berlino
            DE-HH: hamburg, hamburgo, hambourg
            DE-BY: bavaria, bayern, baviera, baviere, munich, munchen, muenchen, monaco di baviera
            DE-NW: north rhine westphalia, nordrhein westfalen, nrw, cologne, koln, koeln, dusseldorf, duesseldorf, colonia, dortmund
            DE-HE: hesse, hessen, frankfurt, francfort, francoforte
            DE-BW: baden wurttemberg, baden wuerttemberg, stuttgart
            DE-SN: saxony, sachsen, leipzig, dresden
            AT-9: vienna, wien, viena, vienne
            CH-ZH: zurich, zuerich, zurigo
            CH-GE: geneva, genf, geneve, ginevra
            FR-IDF: ile de france, paris, parigi
            FR-PAC: provence, marseille, marsella, nice
            FR-ARA: lyon
            FR-OCC: toulouse
            FR-BRE: brittany, bretagne, bretana
            IT-25: lombardy, lombardia, lombardei, lombardie, milan, milano, mailand
            IT-62: lazio, rome, roma, rom
            IT-65: campania, naples, napoli, neapel
            IT-52: tuscany, toscana, toskana, toscane, florence, firenze, florenz
            IT-82: sicily, sicilia, sizilien, sicile
            IT-34: veneto, venice, venezia, venedig
            IT-21: piedmont, piemonte, turin, torino
            GB-LND: london, londres, londra
            GB-NIR: northern ireland, irlanda del norte, nordirland
            GB-MAN: manchester
            IE-D: dublin
            NL-NH: amsterdam
            BE-BRU: brussels, bruxelles, brussel, brussel, bruselas
            BE-VLG: flanders, flandern, vlaanderen
            AE-DU: dubai, dubay, \u062f\u0628\u064a
            AE-AZ: abu dhabi
            SA-01: riyadh, riad
            IN-MH: maharashtra, mumbai, bombay, pune
            IN-DL: delhi, new delhi
            IN-KA: karnataka, bangalore, bengaluru
            IN-TN: tamil nadu, chennai
            IN-TG: telangana, hyderabad
            IN-KL: kerala
            IN-GJ: gujarat
            IN-WB: west bengal, kolkata
            JP-13: tokyo, tokio, toquio
            JP-27: osaka
            KR-11: seoul, seul
            CN-SH: shanghai
            CN-BJ: beijing, peking
            TR-34: istanbul, estambul
            AU-NSW: new south wales, sydney
            AU-VIC: victoria australia, melbourne
            AU-QLD: queensland, brisbane
            NG-LA: lagos
            ZA-WC: cape town, western cape
            ZA-GT: johannesburg, gauteng
            EG-C: cairo
            TH-10: bangkok
            ID-JK: jakarta
            DK-84: copenhagen, copenhague, kopenhagen, copenaghen, kobenhavn
            SE-AB: stockholm, estocolmo, stoccolma
            SE-O: gothenburg, goteborg
            NO-03: oslo
            FI-18: helsinki
            PL-14: warsaw, warschau, varsovia, varsovie, varsavia, warszawa
            PL-12: krakow, cracow, krakau, cracovia
            CZ-10: prague, prag, praga, praha
            HU-BU: budapest, budapeste
            GR-I: athens, athen, atenas, athenes, atene
            RO-B: bucharest, bukarest, bucarest
            NL-ZH: rotterdam, the hague
            FR-NAQ: bordeaux, burdeos
            FR-HDF: lille
            FR-PDL: nantes
            FR-GES: strasbourg, strassburg, estrasburgo, strasburgo
            IT-45: bologna, bolonia
            IT-75: bari, puglia, apulia
            IT-42: genoa, genova, liguria
            IT-88: sardinia, sardegna, cerdena, sardinien, sardaigne
            ES-AR: zaragoza, aragon
            ES-MC: murcia
            GB-BIR: birmingham
            GB-EDH: edinburgh
            GB-GLG: glasgow
            GB-LIV: liverpool
            GB-BST: bristol
            PT-03: braga
            PT-06: coimbra
            CH-BE: bern, berna
            CH-BS: basel, basilea, bale
            AT-5: salzburg, salzburgo
            AT-6: graz
            DE-HB: bremen
            DE-NI: hannover, hanover
            US-PA: pennsylvania, philadelphia
            US-MI: michigan, detroit
            US-TN: tennessee, nashville
            US-MN: minnesota, minneapolis
            US-NC: north carolina
            BR-AM: manaus
            BR-GO: goiania
            MX-PUE: puebla
            RU-MOW: moscow, moscu, moskau
            BR PT: lusophone countries
            DE AT CH: dach, dach region, dach raum, d a ch, dach countries, german speaking countries, deutschsprachiger raum, deutschsprachigen raum, \
            german speaking europe
            BE NL LU: benelux
            ES PT: iberia, iberian peninsula, peninsula iberica, iberische halbinsel
            DK SE NO FI IS: nordics, nordic countries, the nordics, nordic, nordeuropa skandinavien
            DK SE NO: scandinavia, escandinavia, skandinavien, scandinavie, scandinavian countries
            EE LV LT: baltics, baltic states, baltic countries, paises balticos, baltikum
            AE SA QA KW BH OM: gcc, gulf, gulf countries, gulf states, golfo, \u0627\u0644\u062e\u0644\u064a\u062c
            US CA MX: north america, norteamerica, america do norte, nordamerika, amerique du nord, nord america, nordamerica
            AR BO BR CL CO CR CU DO EC SV GT HN MX NI PA PY PE PR UY VE: latin america, latam, latinoamerica, america latina, lateinamerika, \
            amerique latine, lat am, latin american countries
            AR BO CL CO CR CU DO EC SV GT HN MX NI PA PY PE PR UY VE: hispanic america, hispanoamerica, spanish speaking latin america
            AR BO BR CL CO EC GY PY PE SR UY VE: south america, sudamerica, america del sur, suramerica, america do sul, sudamerika, suedamerika, \
            amerique du sud, sud america
            BZ CR SV GT HN NI PA: central america, centroamerica, america central, america centrale, zentralamerika, mittelamerika
            AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE: eu, european union, union europea, uniao europeia, \
            europaische union, europaischen union, union europeenne, unione europea, eu countries, the eu
            ID MY PH SG TH VN KH LA MM BN TL: southeast asia, south east asia, sea region, sudeste asiatico, sudostasien, asean
            GB IE: british isles, uk ireland, ukandi
            AU NZ: anz, australasia, aussie and nz
            DZ MA TN LY EG: north africa, norte de africa, nordafrika, afrique du nord
            DZ MA TN: maghreb, magreb
            DZ BH EG IQ JO KW LB LY MA OM PS QA SA SY TN AE YE IR IL: mena, middle east and north africa
            BH IQ IR IL JO KW LB OM PS QA SA SY TR AE YE CY EG: middle east, oriente medio, medio oriente, naher osten, nahen osten, moyen orient
            HR RS BA ME MK AL SI XK BG: balkans, the balkans, balcanes, balkan
            EUROPE: europe, europa, european countries, all of europe, all over europe, europe wide, europaweit, toda europa
            WESTERN_EUROPE: western europe, europa occidental, westeuropa, europe de l ouest
            EASTERN_EUROPE: eastern europe, europa del este, osteuropa, europe de l est, leste europeu
            SOUTHERN_EUROPE: southern europe, europa del sur, sudeuropa, europe du sud
            NORTHERN_EUROPE: northern europe, nordeuropa, norte de europa, europe du nord
            AFRICA: africa, afrika, afrique, all of africa
            WESTERN_AFRICA: west africa, western africa, africa occidental, westafrika, afrique de l ouest
            EASTERN_AFRICA: east africa, eastern africa, ostafrika, afrique de l est
            SOUTHERN_AFRICA: southern africa
            ASIA: asia, asien, asie
            SOUTHERN_ASIA: south asia, sudasien
            EASTERN_ASIA: east asia, ostasien, asia oriental
            CENTRAL_ASIA: central asia, zentralasien
            CARIBBEAN: caribbean, the caribbean, caribe, karibik, caraibes, caraibi
            OCEANIA: oceania, ozeanien, oceanie
            GB: scotland, escocia, schottland, ecosse, scozia, wales, gales, united kingdom, gran bretagna, gran bretana, gra bretanha, reino unido, \
            grossbritannien, grosbritannien, royaume uni, regno unito, inglaterra, inglaterra, angleterre, inghilterra, england, britain, great britain, uk, \
            vereinigtes konigreich, grande bretagne
            US: usa, u s a, u s, united states, the states, stati uniti, estados unidos, eeuu, ee uu, eua, etats unis, vereinigte staaten, \
            vereinigten staaten, states, us of a, amerika, america
            CN: prc
            ZA: rsa
            CD: drc, congo kinshasa, democratic republic of congo, democratic republic of the congo
            HK: hong kong
            MO: macao, macau
            AG: antigua and barbuda, antigua
            KN: st kitts and nevis, saint kitts and nevis
            LC: st lucia, saint lucia
            VC: st vincent and grenadines, saint vincent and the grenadines
            TT: trinidad and tobago, trinidad
            ST: sao tome and principe
            TC: turks and caicos islands, turks and caicos
            VI: u s virgin islands, us virgin islands
            ML: mali
            NE: niger
            TD: chad, tchad, tschad, ciad
            OM: oman
            RE: reunion, la reunion, reunion island
            JE: jersey
            AQ: antarctica
            WF: wallis and futuna
            SJ: svalbard
            GS: south georgia and south sandwich islands
            HM: heard and mcdonald islands
            SA: ksa, \u0627\u0644\u0633\u0639\u0648\u062f\u064a\u0629, \u0648\u0627\u0644\u0633\u0639\u0648\u062f\u064a\u0629
            EG: \u0648\u0645\u0635\u0631
            AE: \u0627\u0644\u0627\u0645\u0627\u0631\u0627\u062a, \u0648\u0627\u0644\u0627\u0645\u0627\u0631\u0627\u062a, uae, emirates, emiratos, \
            emirados, vae, emirats
            NL: netherlands, holland, holanda, paises bajos, niederlande, niederlanden, paesi bassi, olanda, pays bas, hollande
            CH: schweiz, suisse, suiza, suica, svizzera, switzerland
            CZ: czechia, czech republic, tschechien
            KR: south korea, korea, corea, corea del sur, coreia, coreia do sul, sudkorea, coree
            DE: germany, deutschland, alemania, alemanha, allemagne, germania, ger, deutschlan
            ES: spain, espana, spanien, espagne, spagna, espanha, esp
            BR: brazil, brasil, brasilien, bresil, brasile, bra
            PT: portugal, portogallo
            FR: france, francia, franca, frankreich, fra
            IT: italy, italia, italien, italie, ita
            AT: austria, osterreich, oesterreich, autriche
            MX: mexico, mejico, mexiko, mexique, messico, mex
            AR: argentina, argentinien, argentine
            """, PlaceWords::places);

    /** Inhabitants, read beside a word for creators. */
    private static final Phrases<String> INHABITANTS = Phrases.of("""
            BR: brazilian, brazilians, brasileiro, brasileiros, brasileira, brasileiras, brasileno, brasilenos, brasilena, brasilenas, brasilianische, \
            brasilianischen, bresilien, bresiliens, bresiliennes, brasiliani, brasiliano, brasiliane
            PT: portuguese, portugues, portugueses, portuguesas, portuguesa, portugiesische, portugiesischen, portugais, portugaises, portoghesi, portoghese
            ES: spanish, spaniards, espanol, espanoles, espanolas, espanola, spanische, spanischen, espagnol, espagnols, espagnoles, spagnoli, spagnolo, \
            spagnole, espanhois, espanhol, espanholas
            MX: mexican, mexicans, mexicano, mexicanos, mexicanas, mexicana, mexikanische, mexikanischen, mexicains, messicani, mexicaines
            AR: argentinian, argentine, argentinians, argentino, argentinos, argentinas, argentinische, argentini, argentins
            CO: colombian, colombians, colombiano, colombianos, colombianas, kolumbianische, colombiani, colombiens
            CL: chilean, chileans, chileno, chilenos, chilenas
            PE: peruvian, peruano, peruanos, peruanas
            DE: german, germans, aleman, alemanes, alemanas, deutsche, deutschen, deutscher, allemand, allemands, allemandes, tedeschi, tedesco, tedesche, \
            alemaes, alemao
            AT: austrian, austrians, austriaco, austriacos, osterreichische, osterreichischen, oesterreichische, autrichiens, austriaci
            CH: swiss, suizo, suizos, schweizer, suisses, svizzeri
            FR: french, frances, franceses, francesas, franzosische, franzosischen, franzoesische, francais, francaises, francaise, francesi, francese
            IT: italian, italians, italiano, italianos, italianas, italiana, italienische, italienischen, italien, italiens, italiennes, italiani, italiane
            GB: british, brits, english, uk based, uk s, ingleses, britanicos, britanico, britische, britischen, britanniques, inglesi, britannici
            IE: irish, irlandeses, irische
            US: american, americans, us based, us, estadounidense, estadounidenses, americano, americanos, amerikanische, amerikanischen, americains, \
            americani, statunitensi, norteamericanos
            CA: canadian, canadians, canadiense, canadienses, kanadische, canadiens, canadesi
            IN: indian, indians, indios, indische, indiens, indiani
            JP: japanese, japones, japoneses, japanische, japonais, giapponesi
            KR: korean, koreans, coreanos, koreanische, coreens, coreani
            AU: australian, australians, aussie, aussies, australianos, australische
            NL: dutch, holandeses, niederlandische, neerlandais, olandesi
            SE: swedish, suecos, schwedische, suedois, svedesi
            NO: norwegian, noruegos, norwegische
            DK: danish, daneses, danische
            FI: finnish, finlandeses, finnische
            PL: polish, polacos, polnische, polonais, polacchi
            TR: turkish, turcos, turkische, turcs, turchi
            AE: emirati, emiratis
            SA: saudi, saudis
            NG: nigerian, nigerians
            ZA: south african, south africans
            EG: egyptian
            MA: moroccan
            PH: filipino, filipina, filipinos
            ID: indonesian, indonesians
            TH: thai
            VN: vietnamese
            GR: greek, griegos, griechische
            BE: belgian, belgians, belgas, belgische, belges
            """, text -> text);

    private static final Set<String> TALK = Set.of(
            "speaking", "speakers", "language", "content", "sprachige", "sprechende", "food", "cuisine", "press", "wine", "coffee", "restaurant", "brand",
                    "company", "startup", "subtitles", "lessons", "course", "skincare", "fashion brand", "cosmetics");

    private static final Set<String> LISTED = Set.of("and", "or", ",", "&", "/", "y", "e", "und", "et", "o", "ou", "oder");

    /** Names of countries in some language that are words in another. */
    private static final Set<String> WORDS = Set.of("island", "indie", "reunion", "jersey", "man", "gana", "chad", "oman", "niger", "per", "can", "and",
            "are", "guy", "ton", "tun", "mar", "mac", "pan", "ago", "fin", "gin", "ind", "nor", "civ", "nam", "som", "lux", "est", "mali", "mus", "bol",
            "chi", "dom", "gab", "gum", "hun", "lie", "lao", "mon", "nic", "pol", "pry", "sen", "ser", "tur", "ven", "sur", "bel", "com",
            "cod", "cog", "cub", "den", "dma", "fsm", "jam", "lca", "mda", "mhl", "mne", "moz", "msr", "ner", "nru", "omn", "pak", "pcn", "plw",
            "png", "pse", "qat", "rou", "rwa", "sau", "sle", "slv", "smr", "srb", "stp", "svk", "svn", "swe", "syr", "tcd", "tgo", "tkl", "tls",
            "uga", "ury", "vat", "vct", "vir", "vut", "wsm", "yem", "zaf", "zmb", "san", "ile", "isla", "noel", "natal", "heard", "norfolk", "bouvet",
            "saint", "georgia pacific", "antarctica", "svalbard", "mars", "mai", "turkey sandwich", "libre", "aland", "cook", "wallis", "as", "at", "be",
            "de", "do", "es", "in", "is", "it", "me", "my", "no", "so", "to", "us", "am", "id", "la", "pa", "co", "ma", "al", "ad", "ai", "tv", "pr", "tt",
            "yt", "ca", "et", "se", "si", "mi", "ne", "li", "lu", "mo", "sa", "sc", "su", "st", "va", "ve", "vi", "ba", "bi", "bo", "by", "ci", "cu", "cy",
            "dj", "eh", "er", "fm", "ga", "ge", "gu", "hm", "ht", "hu", "ie", "il", "im", "io", "je", "ke", "ki", "km", "ky", "lb", "lk", "ls", "lt", "lv",
            "ly", "mc", "md", "mg", "mh", "ml", "mm", "mn", "mp", "mq", "mr", "ms", "mt", "mu", "mv", "mw", "mz", "na", "nc", "nf", "ni", "nu", "om", "pe",
            "pf", "pg", "ph", "pm", "pn", "ps", "pw", "py", "re", "ro", "ru", "rs", "sd", "sg", "sh", "sj", "sk", "sl", "sm", "sn", "sr", "ss", "sv", "sx",
            "sy", "sz", "tc", "td", "tf", "tg", "th", "tj", "tk", "tl", "tm", "tn", "tr", "tw", "tz", "um", "uz", "vc", "vg", "wf", "ws", "ye", "za", "zm",
            "zw", "cup", "top", "all", "pro", "max", "mil", "bay");

    /** Two letters, in capitals, that mean something else in a brief. */
    private static final Set<String> NOT_CODES = Set.of("IG", "YT", "FB", "TT", "PR", "AI", "TV", "IT", "MC", "AD", "CR", "ID", "MS", "DM", "OK", "BE", "AM",
            "IM", "ML", "HR", "CV", "KM", "CO", "LA", "DJ", "SO", "NO", "IS", "ME", "MY", "DO", "AS", "TO", "IN", "LI", "PM");

    private static final Map<String, Place> BY_SLIP = names();

    private PlaceWords() {}

    /** The places named at a piece. */
    static Optional<Phrases.Hit<Set<Place>>> at(Sheet sheet, int i, boolean asked, boolean inhabitants) {
        if (inhabitants) {
            return sheet.at(i).is(Token.Kind.WORD) ? inhabitants(sheet, i, asked) : Optional.empty();
        }
        if (sheet.at(i).is(Token.Kind.FLAG)) {
            return Place.find(sheet.at(i).word()).map(place -> new Phrases.Hit<>(Set.of(place), i, i + 1));
        }
        if (!sheet.at(i).is(Token.Kind.WORD)) {
            return Optional.empty();
        }
        Optional<Phrases.Hit<Set<Place>>> region = REGIONS.at(sheet, i).filter(hit -> isMeant(sheet, hit, asked));
        Optional<Phrases.Hit<Set<Place>>> country = country(sheet, i, asked);
        if (region.isPresent() && country.map(hit -> hit.end() <= region.get().end()).orElse(true)) {
            return region;
        }
        return country.or(() -> code(sheet, i, asked)).or(() -> typed(sheet, i, asked));
    }

    private static boolean isMeant(Sheet sheet, Phrases.Hit<Set<Place>> hit, boolean asked) {
        String word = sheet.at(hit.start()).word();
        if (hit.end() > hit.start() + 1) {
            return true;
        }
        return switch (word) {
            // Words that are places only where places are spoken of.
            case "rio", "rom", "salvador", "nice", "states", "iberia", "austin", "lima", "porto", "valencia", "galicia", "florence", "victoria", "gulf",
                    "golfo", "nordic", "america", "amerika", "ger", "esp", "bra", "fra", "ita", "mex" ->
                sheet.isCapital(hit.start()) || asked || isLed(sheet, hit.start());
            case "eu" -> sheet.isUpper(hit.start()) && !Cues.looksPortuguese(sheet);
            case "franca", "italie", "argentine", "italien" -> !Cues.CREATORS.has(sheet.near(hit.end()).word())
                    && !Cues.CREATORS.has(sheet.near(hit.start() - 1).word());
            default -> true;
        };
    }

    private static boolean isLed(Sheet sheet, int i) {
        String before = sheet.near(i - 1).word();
        return Set.of("in", "from", "en", "de", "em", "no", "na", "aus", "au", "a", "da", "di", "across", "within", "the", "for", "add", "and", "y", "e",
                "und", "et", ",", "or", "not", "drop", "to", "la", "el", "l", "dans", "nel", "per", "para", "plus", ":", "remove", "without", "target",
                "targeting", "also", "only", "los", "os").contains(before);
    }

    private static Optional<Phrases.Hit<Set<Place>>> country(Sheet sheet, int i, boolean asked) {
        StringBuilder name = new StringBuilder();
        Optional<Phrases.Hit<Set<Place>>> longest = Optional.empty();
        for (int end = i; end < sheet.size() && end < i + 5 && sheet.at(end).is(Token.Kind.WORD); end++) {
            name.append(end == i ? "" : " ").append(sheet.at(end).word());
            String text = name.toString();
            boolean coded = text.length() <= 3 && text.chars().allMatch(letter -> letter < 128);
            if (!coded && !(end == i && WORDS.contains(text))) {
                Optional<Place> place = Place.named(text);
                if (place.isPresent() && place.get().region().isEmpty()) {
                    longest = Optional.of(new Phrases.Hit<>(Set.of(place.get()), i, end + 1));
                }
            }
        }
        boolean capital = sheet.isCapital(i) || asked || isLed(sheet, i);
        boolean doubtful = Set.of("georgia", "jordan", "turkey", "peru", "cuba", "malta", "chad", "guinea", "togo", "benin", "monaco", "dominica", "holland",
                "chile", "china").contains(sheet.at(i).word());
        return doubtful && !capital ? Optional.empty() : longest;
    }

    /** BR, BR-SP, in capitals; "us" only so. */
    private static Optional<Phrases.Hit<Set<Place>>> code(Sheet sheet, int i, boolean asked) {
        String word = sheet.text().substring(sheet.at(i).start(), sheet.at(i).end());
        boolean shouting = sheet.shouts() && !asked;
        if (word.length() == 2 && word.matches("[A-Z]{2}") && !shouting) {
            Token next = sheet.near(i + 1);
            boolean regional = sheet.text().startsWith("-", sheet.at(i).end()) && next.start() == sheet.at(i).end() + 1
                    && sheet.text().substring(next.start(), next.end()).matches("[A-Z0-9]{1,3}");
            if (regional) {
                return Place.find(word + "-" + sheet.text().substring(next.start(), next.end())).map(place -> new Phrases.Hit<>(Set.of(place), i, i + 2));
            }
            boolean known = !NOT_CODES.contains(word) || asked || isBesidePlace(sheet, i);
            return known && (!word.equals("US") || !next.is("$")) ? Place.find(word).map(place -> new Phrases.Hit<>(Set.of(place), i, i + 1))
                    : Optional.empty();
        }
        if (asked && word.length() == 2 && sheet.size() <= 7 && !Set.of("in", "no", "so", "it", "is", "me", "my", "to", "de", "es", "la", "be", "at", "as",
                "am", "do", "id", "us", "et", "al", "au", "ma", "na", "ne", "ni", "se", "si", "su", "il", "er", "va", "ve", "om", "by", "pm", "tv", "ai",
                "ok", "hm").contains(sheet.at(i).word())) {
            return Place.find(word.toUpperCase(Locale.ROOT)).map(place -> new Phrases.Hit<>(Set.of(place), i, i + 1));
        }
        boolean lowerUs = word.equals("us") && (Set.of("the", "in", "across").contains(sheet.near(i - 1).word())) && !Set.of("a", "an",
                "to").contains(sheet.near(i + 1).word());
        boolean listedUs = word.equals("us") && (sheet.near(i - 1).is(Token.Kind.BREAK) || sheet.near(i - 1).word().matches("[,:&+/|]|in|and|or|from|both"))
                && sheet.near(i + 1).word().matches("[,&+/]|and|or") && (country(sheet, i + 2, true).isPresent() || sheet.near(i + 2).is("uk"))
                || word.equals("us") && sheet.near(i - 1).word().matches("[,&+/]|and|or") && sheet.taken(i - 2) == BriefTopic.PLACES;
        return lowerUs || listedUs || word.equals("Us") && isLed(sheet, i) ? Optional.of(new Phrases.Hit<>(Set.of(Place.ofCountry("US")), i, i + 1))
                : Optional.empty();
    }

    private static boolean isBesidePlace(Sheet sheet, int i) {
        return LISTED.contains(sheet.near(i - 1).word()) && i >= 2 && sheet.text().substring(sheet.at(i - 2).start(),
                sheet.at(i - 2).end()).matches("[A-Z]{2}")
                || LISTED.contains(sheet.near(i + 1).word()) && i + 2 < sheet.size() && sheet.text().substring(sheet.at(i + 2).start(),
                        sheet.at(i + 2).end()).matches("[A-Z]{2}");
    }

    private static Optional<Phrases.Hit<Set<Place>>> inhabitants(Sheet sheet, int i, boolean asked) {
        Optional<Phrases.Hit<String>> hit = INHABITANTS.at(sheet, i);
        if (hit.isEmpty() || sheet.at(i).is("us") && !sheet.isUpper(i) || sheet.at(i).is("italien")) {
            return Optional.empty();
        }
        int end = hit.get().end();
        if (TALK.contains(sheet.near(end).word()) || Set.of("speak", "speaks", "speaking", "in", "hablan", "parlent",
                "sprechen").contains(sheet.near(i - 1).word())) {
            return Optional.empty();
        }
        boolean beside = false;
        for (int at = Math.max(0, i - 4); at < Math.min(sheet.size(), end + 5); at++) {
            beside |= at < i ? at >= i - 4 && isPerson(sheet, at) : at >= end && isPerson(sheet, at);
            if (at >= end && sheet.at(at).is(Token.Kind.BREAK)) {
                break;
            }
        }
        return beside || asked || Set.of("make", "only").contains(sheet.near(i - 1).word())
                ? Optional.of(new Phrases.Hit<>(Set.of(Place.ofCountry(hit.get().meaning())), i, end)) : Optional.empty();
    }

    private static boolean isPerson(Sheet sheet, int i) {
        String word = sheet.at(i).word();
        return Cues.CREATORS.has(word) || Set.of("women", "men", "moms", "mums", "mothers", "audience", "market", "girls", "students", "mujeres", "mulheres",
                "frauen", "femmes", "donne", "teens", "instagrammers", "nanos", "micros", "families", "customers",
                "consumers", "parents", "users", "shoppers", "millennials", "mutter", "mamas", "madres", "maes", "mamme").contains(word)
                        || word.endsWith("influencer") || word.endsWith("influencers");
    }

    /** A slip in a long name, where places are spoken of. */
    private static Optional<Phrases.Hit<Set<Place>>> typed(Sheet sheet, int i, boolean asked) {
        String word = sheet.at(i).word();
        boolean listed = word.length() > 5 && sheet.isCapital(i) && (LISTED.contains(sheet.near(i + 1).word()) || i + 1 == sheet.sentenceEnd(i) && i == 0);
        if (word.length() < 5 || !(sheet.isCapital(i) && i > sheet.sentenceStart(i) || listed || asked || isLed(sheet, i)) || Set.of("brands", "spirit",
                "chinos",
                "chairs", "frames", "grease", "portal", "poland s").contains(word)) {
            return Optional.empty();
        }
        int most = word.length() >= 8 ? 2 : 1;
        return BY_SLIP.entrySet().stream()
                .filter(name -> name.getKey().charAt(0) == word.charAt(0) && Math.min(name.getKey().length(), word.length()) >= 5 && Slips.between(word,
                        name.getKey()) <= most
                        && (sheet.isCapital(i) || asked))
                .min(Map.Entry.comparingByKey()).map(name -> new Phrases.Hit<>(Set.of(name.getValue()), i, i + 1));
    }

    private static Map<String, Place> names() {
        Map<String, Place> names = new HashMap<>();
        for (String language : "en es pt de fr it".split(" ")) {
            for (String code : ("BR PT ES MX AR CO CL PE DE AT CH FR IT GB IE US CA NL BE SE NO DK FI PL GR TR JP KR "
                    + "IN AU NZ ZA NG EG MA PH ID TH VN").split(" ")) {
                String name = Sheet.fold(Locale.of("", code).getDisplayCountry(Locale.of(language)));
                if (name.length() >= 5 && name.chars().allMatch(Character::isLetter)) {
                    names.put(name, Place.ofCountry(code));
                }
            }
        }
        return Map.copyOf(names);
    }

    private static Set<Place> places(String codes) {
        Set<Place> places = new LinkedHashSet<>();
        for (String code : codes.split(" ")) {
            Set<String> countries = countries(code);
            if (countries.isEmpty()) {
                places.add(Place.find(code).orElseThrow(() -> new IllegalStateException("no place: " + code)));
            }
            countries.forEach(country -> places.add(Place.ofCountry(country)));
        }
        return Set.copyOf(places);
    }

    /** The inhabited members of a group of the United Nations geoscheme. */
    private static Set<String> countries(String group) {
        Set<WorldRegion> regions = switch (group) {
            case "EUROPE" -> Set.of(WorldRegion.EASTERN_EUROPE, WorldRegion.NORTHERN_EUROPE, WorldRegion.SOUTHERN_EUROPE, WorldRegion.WESTERN_EUROPE);
            case "AFRICA" -> Set.of(WorldRegion.NORTHERN_AFRICA, WorldRegion.EASTERN_AFRICA, WorldRegion.MIDDLE_AFRICA, WorldRegion.SOUTHERN_AFRICA,
                    WorldRegion.WESTERN_AFRICA);
            case "ASIA" -> Set.of(WorldRegion.CENTRAL_ASIA, WorldRegion.EASTERN_ASIA, WorldRegion.SOUTH_EASTERN_ASIA, WorldRegion.SOUTHERN_ASIA,
                    WorldRegion.WESTERN_ASIA);
            case "OCEANIA" -> Set.of(WorldRegion.AUSTRALASIA, WorldRegion.OCEANIA);
            default -> Arrays.stream(WorldRegion.values()).filter(region -> region.name().equals(group)).collect(Collectors.toSet());
        };
        Set<String> empty = new HashSet<>(Set.of("AQ", "BV", "HM", "TF", "UM", "SJ", "GS", "EH"));
        return Arrays.stream(Locale.getISOCountries()).filter(code -> !empty.contains(code))
                .filter(code -> WorldRegion.of(code).map(regions::contains).orElse(false)).collect(Collectors.toSet());
    }
}
