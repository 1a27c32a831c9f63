package io.tastemaker.domain.briefing;

import java.util.Set;

/** Words around goal, product, audience and name, in six languages. */
final class TextWords {

    static final Phrases<BriefTopic> CUES = Phrases.of("""
            PRODUCT: we sell, we re selling, we are selling, we make, we produce, we offer, selling, our product is, our product, the product is, \
            product is, product name is, it s called, product called, our brand is, our brand, the brand is, brand is, product, products, produto, \
            producto, produkt, produit, prodotto, \
            i sell, i make, vendemos, vendo, nuestro producto es, nuestro producto, el producto es, producto es, fabricamos, ofrecemos, nuestra marca es, \
            nuestra marca, nuestra app, la marca es, somos una marca de, somos uma marca de, nosso produto e, nosso produto, o produto e, produto e, \
            oferecemos, nossa marca e, nossa marca, wir verkaufen, ich verkaufe, wir vertreiben, unser produkt ist, unser produkt heisst, unser produkt, \
            das produkt ist, das produkt heisst, produkt ist, wir bieten, unsere marke ist, unsere marke, wir stellen, wir machen, nous vendons, on vend, \
            je vends, \
            notre produit est, notre produit c est, notre produit, le produit est, le produit, notre marque est, notre marque, nous proposons, vendiamo, \
            il nostro prodotto e, il nostro prodotto, il prodotto e, prodotto e, produciamo, offriamo, il nostro brand e, la nostra marca e, \
            promoting, promoting our, we launch, we launch a, we launch our, we are launching a, we re launching a, we just launched, we just launched a, \
            we are bringing out, we bring out, we introduce, we are introducing a, el producto, il prodotto, o produto, das produkt, the product, servicio, servico, service is, our service is, \
            our app is, our app, it s a, it s an, it s about our, it s for our, we re a, for our product, company sells, brand sells, we run, we ve built, \
            i ve got a, i ve got this, we ve got a, we ve got this, i have this, we have this, i run, i own, we own, i ve built, i built, i have a, \
            we have a, client sells, actually it s, no it s, sorry it s, in realta e, eigentlich ist es, en realidad es, na verdade e, en fait c est, \
            und verkaufen, and sell, and we sell, et vendons, und produzieren, y fabricamos, y vendemos, e vendemos, e vendiamo, \
            sells, produces, manufactures, company makes, brand makes, vende, venden, vendem, \
            verkauft, vertreibt, produziert, vend, vendent, fabrique, vendono, produce, producen, tengo una, tengo un, tenho uma, tenho um, ich habe ein, \
            ich habe eine, j ai une, j ai un, ho un, ho una, gestisco un, gestisco una, \
            we built, that makes, that sells, that produces, that offers, which makes, which sells, which produces, who make, who sell, who makes, who sells, \
            que vende, que vendemos, que fabrica, que hace, que produce, que faz, que produz, qui vend, qui fabrique, qui produit, qui propose, che vende, \
            che produce, \
            che realizza, review our, reviewing our, try our, trying our, test our, testing our, wear our, wearing our, use our, using our, taste our, \
            showcase our, \
            feature our, featuring our, unbox our, unboxing our, demo our, present our, prueben nuestro, prueben nuestra, prueben nuestros, probar nuestro, \
            probar nuestra, probar nuestros, probar nuestras, testar nosso, testar nossa, experimentar nosso, experimentar nossa, tester notre, tester nos, \
            essayer notre, unser neues produkt ist, unsere firma verkauft, provare il nostro, provare la nostra, provare i nostri, testare il nostro, \
            testare la nostra
            GOAL: our goal is to, our goal is, the goal is to, the goal is, goal is to, goal is, goal, goals, our main goal is, main goal is, main goal, \
            objective is to, objective is, the objective is, our objective is, objective, aim is to, our aim is to, our aim is, the aim is to, the aim is, \
            purpose is, purpose, in order to, the idea is to, \
            objetivo es, el objetivo es, nuestro objetivo es, objetivo, la meta es, meta, o objetivo e, nosso objetivo e, objetivo e, a meta e, \
            ziel ist es, ziel ist, das ziel ist, unser ziel ist es, unser ziel ist, unser ziel, ziel, kampagnenziel, l objectif est de, l objectif est, \
            notre objectif est de, notre objectif est, objectif, \
            notre but est de, le but est de, obiettivo e, l obiettivo e di, l obiettivo e, il nostro obiettivo e, obiettivo, lo scopo e, scopo, es geht um, \
            la idea es, l idee est de, l idea e, what we want is, we want, we need
            AUDIENCE: target audience is, target audience are, target audience, our audience is, our audience are, our audience, the audience is, \
            audience is, audience are, audience, target group is, target group, aimed at, targeted at, geared towards, geared to, directed at, \
            intended for, our customers are, customers are, target customers are, \
            our buyers are, we want to reach, want to reach, to reach, trying to reach, we target, targeting, target, who should see it, speaking to, \
            publico objetivo es, publico objetivo, nuestro publico es, nuestro publico, el publico es, publico es, publico, audiencia es, la audiencia es, \
            nuestra audiencia es, audiencia, dirigido a, dirigida a, \
            pensado para, llegar a, queremos llegar a, nuestros clientes son, publico alvo e, publico alvo, o publico e, nosso publico e, nosso publico, \
            voltado para, voltada para, direcionado a, alcancar, queremos alcancar, nossos clientes sao, zielgruppe ist, zielgruppe sind, \
            die zielgruppe ist, die zielgruppe sind, unsere zielgruppe ist, unsere zielgruppe sind, unsere zielgruppe, \
            zielgruppe, wir wollen erreichen, richtet sich an, unsere kunden sind, la cible est, notre cible est, notre cible, la cible, cible, \
            public cible, notre public, s adresse a, s adresse aux, destine a, destine aux, toucher, nous ciblons, on cible, il target e, il pubblico e, \
            il nostro pubblico e, il nostro pubblico, il nostro target e, \
            il nostro target sono, pubblico, pubblico target, rivolto a, rivolta a, destinato a, raggiungere, vogliamo raggiungere, i nostri clienti sono
            NAME: campaign name is, campaign name, name of the campaign is, name of the campaign, campaign title, call the campaign, name the campaign, \
            campaign called, campaign named, campaign is called, call it, name it, let s call it, title it, nombre de la campana es, nombre de la campana, \
            la campana se llama, llamala, nome da campanha e, nome da campanha, \
            a campanha se chama, kampagnenname ist, kampagnenname, name der kampagne ist, name der kampagne, die kampagne heisst, nenn sie, \
            nom de la campagne est, nom de la campagne, la campagne s appelle, nome della campagna e, nome della campagna, la campagna si chiama
            """, BriefTopic::valueOf);

    /** Nouns that are a cue only before a colon or a verb. */
    static final Set<String> NOUNS = Set.of(
            "product", "products", "produto", "producto", "produkt", "produit", "prodotto", "goal", "goals", "objective", "purpose", "objetivo", "meta",
                    "ziel", "objectif", "obiettivo", "scopo", "audience", "target", "target group", "publico", "audiencia", "zielgruppe", "cible",
                    "pubblico", "servicio", "servico",
            "kampagnenziel", "le produit", "la cible", "el producto", "il prodotto", "o produto", "das produkt", "the product", "kampagnenname", "our brand",
                    "our product", "our audience", "target audience", "nuestra marca", "nossa marca", "notre marque", "unsere marke", "public cible",
                    "our app", "nuestra app",
            "main goal");

    static final Set<String> IS = Set.of(":", "=", "is", "are", "es", "ist", "sind", "est", "sont", "e", "sono", "son", "sao", "was", "to", "-",
            "\u2013", "would", "sera", "should", "->", "c", "heisst", "called", "lautet", "di", "de");

    /** Verbs of what a campaign is to do; what follows is the goal. */
    static final Phrases<String> AIMS = Phrases.of("""
            aim: launching, promoting, introducing, advertising, releasing, release, increase, increasing, boost, boosting, grow, growing, drive, driving, \
            raise, raising, build, building, generate, generating, get more, get people, improve, strengthen, promote, advertise, launch, introduce, \
            announce, sell, reach more, create, make people, push, double, triple, collect, gain, spread, market, position, celebrate, bring, acquire, \
            establish, \
            educate, relaunch, test, win, attract, have people, let people know, show, get our, get the word out, get, \
            lanzamos, lancamos, lancons, lanciamo, launchen, presentamos, apresentamos, presentons, presentiamo, promocionamos, on lance, promuoviamo, \
            aumentar, crecer, darnos a conocer, llegar a mas, ganar, reforzar, fidelizar, captar, fazer crescer, nos tornar conhecidos, tornar conhecida, \
            tornar conhecido, \
            uns bekannt machen, bekannter machen, nous faire connaitre, se faire connaitre, farci conoscere, far crescere,  impulsar, dar a conocer, \
            promocionar, promover, lanzar, vender, generar, conseguir, mejorar, anunciar, presentar, posicionar, \
            atraer, conseguir mas, que nos conozcan, \
            crescer, impulsionar, divulgar, lancar, gerar, melhorar, apresentar, conseguir mais, atrair, fortalecer, \
            steigern, erhohen, bewerben, einfuhren, verkaufen, bekannt machen, starken, gewinnen, lancieren, bekannter werden, \
            augmenter, developper, promouvoir, faire connaitre, lancer, vendre, generer, ameliorer, annoncer, presenter, attirer, booster, accroitre, \
            gagner, renforcer, \
            aumentare, far conoscere, promuovere, lanciare, vendere, generare, migliorare, presentare, attirare, pubblicizzare, crescere, incrementare, \
            rafforzare
            """, text -> text);

    static final Phrases<String> WISHES = Phrases.of("""
            wish: we re, we are, i m, i am, we want to, we d like to, we would like to, we are looking to, we re looking to, looking to, we hope to, \
            hoping to, we plan to, planning to, we are trying to, trying to, i want to, i d like to, i would like to, want to, would like to, wanna, \
            help us, help me, we d love to, i d love to, we would love to, nous cherchons a, on cherche a, cerchiamo di, tratamos de, intentamos, \
            estamos tentando, wir versuchen, we try to, necesito, preciso, tengo que, tenemos que, estoy buscando, ich muss, wir mussen, j ai besoin de, \
            nous avons besoin de, ho bisogno di, abbiamo bisogno di, \
            voulons, souhaitons, aimerions, wollen, mochten, moechten, desideriamo, intendiamo, pretendemos, \
            desejamos, deseamos, nous, wir, noi, nos encantaria, me encantaria, nos gustaria mucho, adorariamos, \
            wir wurden gern, ci farebbe piacere,  we need to, i need to, need to, we aim to, let s, can you help us, \
            queremos, quiero, nos gustaria, me gustaria, buscamos, necesitamos, quisieramos, vamos a, gostariamos de, quero, gostaria de, precisamos, \
            vamos, buscando, \
            wir wollen, wir mochten, ich mochte, wir wurden gerne, wir planen, ich will, wir moechten, nous voulons, on veut, on voudrait, nous voudrions, \
            nous souhaitons, je veux, je voudrais, on souhaite, on aimerait, nous aimerions, vogliamo, vorremmo, vorrei, voglio, ci piacerebbe, \
            to, para, pour, per, um, the campaign should, campaign to, a campaign to, it should, needs to, should
            """, text -> text);

    /** Goals in a word or two, with or without a sentence around them. */
    static final Phrases<String> GOALS = Phrases.of("""
            goal: brand awareness, awareness, awareness campaign, more awareness, brand recognition, visibility, more visibility, more sales, sales, \
            increase sales, online sales, drive sales, conversions, more conversions, app installs, installs, app downloads, more downloads, downloads, \
            sign ups, signups, more sign ups, lead generation, leads, more leads, website traffic, \
            web traffic, traffic, more traffic, engagement, more engagement, ugc, user generated content, content creation, product launch, \
            product reviews campaign, reach, brand building, brand trust, community building, foot traffic, pre orders, preorders, subscriptions, \
            more subscribers, newsletter signups, trial signups, event promotion, \
            reconocimiento de marca, notoriedad de marca, notoriedad, visibilidad, mas ventas, ventas, mas visibilidad, descargas, trafico web, trafico, \
            conversiones, aumentar ventas, conciencia de marca, reconhecimento de marca, reconhecimento da marca, visibilidade, mais vendas, vendas, \
            mais visibilidade, trafego, conversoes, notoriedade, conhecimento de marca, \
            markenbekanntheit, bekanntheit, mehr verkaufe, verkaufe, mehr umsatz, umsatz, umsatz steigern, sichtbarkeit, mehr sichtbarkeit, reichweite, \
            abverkauf, mehr downloads, leadgenerierung, notoriete, visibilite, plus de ventes, ventes, trafic, notoriete de marque, plus de visibilite, \
            telechargements, notorieta, visibilita, piu vendite, vendite, \
            piu visibilita, notorieta del marchio, traffico, conversioni, riconoscibilita del marchio, brand awareness und verkaufe, mehr bekanntheit
            """, text -> text);

    /** People whom a brand wants to reach. */
    static final Set<String> PEOPLE = Set.of("women", "woman", "men", "moms", "mums", "mothers", "dads", "fathers", "parents", "teens", "teenagers",
            "students", "millennials", "professionals", "adults", "seniors", "couples", "girls", "boys", "kids", "families", "females", "males", "guys",
            "ladies", "boomers", "gamers", "homeowners", "commuters", "mujeres", "hombres", "mamas", "madres", "padres", "jovenes", "adolescentes",
            "estudiantes", "profesionales", "adultos", "chicas", "chicos", "familias", "mulheres", "homens", "atletas", "corredores", "maes", "pais",
            "jovens", "estudantes", "profissionais", "meninas", "frauen", "manner", "maenner", "mutter", "vater", "eltern", "jugendliche", "studenten",
            "studierende", "teenager", "familien", "erwachsene", "berufstatige", "femmes", "hommes", "meres", "mamans", "peres", "jeunes", "etudiants",
            "ados", "adultes", "familles", "donne", "uomini", "mamme", "papa", "giovani", "adolescenti", "studenti", "famiglie", "ragazze", "ragazzi",
            "adulti", "genitori", "z", "zers", "genz", "consumers", "shoppers", "buyers", "owners", "lovers", "enthusiasts", "beginners", "travelers",
            "travellers", "hikers", "runners", "cyclists", "vegans", "vegetarians", "athletes", "retirees", "pensioners", "freelancers", "founders",
            "engineers", "developers", "nurses", "teachers", "olds", "year", "people", "expats", "brides", "newlyweds", "entrepreneurs", "managers",
            "fans", "collectors", "skiers", "surfers", "climbers", "cooks", "bakers", "drivers", "graduates", "toddlers", "deportistas", "amantes",
            "amateurs", "liebhaber", "appassionati", "einsteiger", "anfanger", "debutants", "principiantes", "iniciantes", "principianti", "paare",
            "parejas", "casais", "coppie", "kinder",
            "babies", "newborns",
            "kindern", "enfants", "bambini", "ninos", "ninas", "criancas", "sportifs", "sportives", "sportivi", "sportive", "sportlern", "sportlerinnen",
            "bebes", "children", "readers", "campers", "anglers", "golfers", "swimmers",
            "singles", "newcomers", "tourists", "caregivers", "grandparents", "nomads", "housewives", "workers", "employees", "patients", "gardeners",
            "viajeros", "viajantes", "voyageurs", "reisende", "turistas", "mayores", "idosos", "anziani", "abuelos", "oficinistas", "trabajadores",
            "trabalhadores", "duenos", "donos", "proprietaires", "proprietari", "besitzer", "mieter", "urlauber", "wanderer", "laufer", "radfahrer",
            "mutterchen", "musiker", "ragazzini", "neonati", "lavoratrici", "universitari", "universitarios", "universitarias", "etudiantes",
            "studentinnen", "azubis", "schuler", "schulerinnen", "eleves", "alunos", "gamerinnen", "hundebesitzer", "katzenbesitzer", "rentner",
            "gestantes", "gravidas", "embarazadas", "schwangere", "senioren", "menschen", "personas", "pessoas", "personnes", "persone", "leute",
            "hausbesitzer", "sportler", "lavoratori", "viaggiatori");

    static final Set<String> TRIMMED = Set.of("in", "on", "to", "for", "with", "and", "from", "at", "by", "of", "the", "a", "an", "or", "en", "de",
            "del", "para", "con", "por", "y", "e", "em", "com", "no", "na", "nos", "nas", "do", "da", "auf", "mit", "fur", "fuer", "von", "und", "im", "aus",
            "bei", "sur", "pour", "avec", "et", "dans", "par", "au", "aux", "du", "des", "su", "per", "di", "nel", "ed", "il", "la", "le", "el", "los",
            "las", "les", "der", "die", "das", "den", "dem", "is", "our", "via", "using", "budget", "who", "that", "between", "entre", "tra", "zwischen",
            "starting", "around", "about", "ab", "bis", "until", "plus", "also", "please", ",", "-", "\u2013", "\u2014", ":", "(", ")", "\"", "\u201c",
            "\u201d", "\u00ab", "\u00bb", "&", "+", "/", "|", "as", "like", "but", "then", "so", "across", "through", "than", "where", "live", "living",
            "based", "l", "um", "uma", "un", "una", "are", "ao", "o", "os", "lo", "i", "gli", "nella", "nei", "\u2022", "*", "_", "now", "we", "#", "lives",
            "up", "all", "over", "wohnhaft", "aged", "dal", "dall", "ai", "allo", "alla", "within", "throughout", "mostly", "mainly", "only", "sind", "ist",
            "starten", "target", "audience", "goal", "at least", "desde", "hasta", "pro", "promoted", "basically", "instead", "actually", "though", "tho",
            "lieber", "stattdessen", "plutot", "invece", "rather", "next", "this", "coming", "nachsten", "nachste", "prochain", "proximo", "prossimo");

    static final Set<String> LEADING = Set.of("mi", "mis", "meu", "minha", "mein", "meine", "meinen", "mon", "ma", "mes", "mio", "mia", "tu", "seu",
            "sua", "su", "sus", ":", "=", "-", "\u2013", "\u2014", "is", "are", "to", "the", "a", "an", "es", "el", "la", "los", "las", "un", "una", "est",
            "ist", "sind", "son", "sono", "e", "ein", "eine", "einen", "der", "die", "das", "den", "il", "lo", "le", "les", "une", "des", "du", "de", "di",
            "our", "my", "we", "of", "for", "\"", "\u201c", "\u201d", "\u00ab", "um", "uma", "o", "os", "as", "that", "would", "be", "will", "called",
            "named", "just", "unseren", "unsere", "unser", "nuestro", "nuestra", "nuestros", "nuestras", "nosso", "nossa", "notre", "nos", "nostro",
            "nostra", "here", "sera", "in", "al", "alle", "ai", "aux", "au", "all", "c", "l", "d", "it", "s", "*", "_", "und", "and", "mostly", "mainly",
            "about", "definitely", "basically", "really", "simply", "maybe", ",", "sao", "per", "para", "i", "gli", "del", "dem", "(", "more or less",
            "likely", "of course", "primarily", "too", "should", "heisst");

    /** Where a text ends: something else begins. */
    static final Set<String> STOPS = Set.of("we", "i", "looking", "searching", "find", "please", "budget", "presupuesto", "orcamento",
            "budgetrahmen", "followers", "seguidores", "follower", "abonnes", "abonnenten", "iscritti", "our", "nuestro", "nuestra", "nosso", "nossa",
            "unser", "unsere", "notre", "nostro", "queremos", "buscamos", "wir", "nous", "on", "vogliamo", "cerchiamo", "procuramos", "suchen", "cherchons",
            "need", "want", "platform", "platforms", "category", "categories", "creators", "influencers", "goal", "audience", "website", "site", "campaign",
            "start", "starting", "starts", "running", "runs", "dates", "markets", "countries", "with", "mit", "con", "com", "avec", "mainly", "mostly",
            "zielgruppe", "publico", "cible", "ziel", "objetivo", "plataforma", "plataformas", "plattform", "plateforme", "using", "via", "target", "aimed",
            "dirigido", "targeting", "kampagne", "campana", "campanha", "campagne", "campagna", "audiencia", "targets", "through", "influencer", "objectif",
            "obiettivo", "pubblico", "creadores", "criadores", "createurs", "influenceurs", "influenciadores", "and we", "sitio", "web", "pagina", "micro",
            "nano", "macro", "presente", "tienda", "sito", "webseite", "disponible", "available", "lanzamiento", "product", "producto", "produto", "produkt",
            "produit", "prodotto", "it", "they", "kategorie", "kategorien", "categorias", "categorie", "lander", "paises", "pays", "paesi", "duration",
            "launching", "empieza", "empezamos", "comeca", "beginn", "inizio", "debut", "desde", "starten", "hoping", "idea", "ideally", "preferably",
            "preferiblemente", "idealmente");

    static final Set<String> IDLE = Set.of("double", "triple", "half", "rush", "sometime", "hurry", "autumn", "winter", "season", "hiya", "howdy", "yo",
            "heya", "greetings", "hi",
            "hello", "hey", "hola", "oi", "ola", "hallo", "bonjour",
            "salut", "ciao", "buongiorno", "thanks",
            "thank", "you", "gracias", "obrigado", "obrigada", "danke", "merci", "grazie", "ok", "okay", "yes", "yeah", "yep", "sure", "si", "sim", "ja",
            "oui", "no", "nope", "nein", "non", "nao", "good", "morning", "evening", "afternoon", "day", "there", "please", "bitte", "por", "favor", "great",
            "perfect", "cool", "nice", "fine", "alright", "well", "so", "um", "uh", "hmm", "lol", "haha", "what", "why", "how", "help", "test", "asdf",
            "team", "all", "everyone", "again", "right", "exactly", "correct", "done", "buenas", "buenos", "dias", "tardes", "bom", "dia", "boa", "tarde",
            "guten", "morgen", "tag", "that", "s", "is", "it", "idk", "dunno", "vale", "genial", "super", "let", "go", "start", "begin", "we", "i", "to",
            "a", "me", "new", "campaign", "need", "want", "would", "like", "can", "una", "nueva", "campana", "neue", "kampagne", "nouvelle", "campagne",
            "nuova", "campagna", "nova", "campanha", "uma", "create", "crear", "make", "an", "the", "and", "with", "in", "on", "for", "of", "from", "at",
            "by", "quick", "question", "moin", "servus", "gruss", "dear", "sir", "madam", "anything", "else", "much", "very", "just", "got", "more", "some",
            "now", "here", "je", "nous", "ich", "wir", "eine", "mochte", "wollen", "quiero", "quero", "voglio", "voudrais", "un", "une", "vorrei", "bueno",
            "claro", "dale", "che", "mate", "dude", "bro", "guys", "folks", "kudos", "cheers", "best", "regards", "sorry", "wait", "oh", "ah", "actually",
            "maybe", "think", "about", "let's", "gut", "also", "then", "bien", "bene", "allora", "alors", "que", "tal", "como", "wie", "geht", "are", "ca",
            "va", "come", "stai", "still", "ready", "skip", "next", "pass", "later", "unknown", "decide", "undecided", "tbd", "none", "nothing", "hm", "mm",
            "aha", "wow", "too", "same", "amazing", "love", "this", "tool", "works", "do", "does", "my", "your", "not", "don", "t", "know", "yet", "pls",
            "plz", "thx", "ty");

    static final Set<String> FOR = Set.of("for", "of", "about", "para", "de", "fur", "fuer", "pour", "per", "di", "do", "da");

    static final Set<String> ANYBODY = Set.of("people", "personas", "pessoas", "leute", "menschen", "personnes", "persone", "fans", "managers",
            "owners");

    static final Set<String> OWNED = Set.of("our", "my", "nuestro", "nuestra", "nuestros", "nuestras", "mi", "nosso", "nossa", "meu", "minha",
            "unser", "unsere", "unseren", "unserem", "unserer", "mein", "meine", "meinen", "notre", "nos", "mon", "ma", "nostro", "nostra",
            "nostri", "mio", "mia");

    static final Set<String> GENERIC = Set.of("product", "products", "brand", "brand awareness", "it", "company", "business", "shop", "store",
            "website", "site", "productos", "producto", "marca", "produits", "produit", "marque", "prodotti", "prodotto", "campaign", "service",
            "new product", "marke", "produkt", "followers", "audience", "team", "customers", "sales", "page", "account", "channel");

    /** What somebody runs is the product only where nothing else is. */
    static final Set<String> LATE = Set.of("i ve got a", "i ve got this", "we ve got a", "we ve got this", "i have this", "we have this", "i run", "i own",
            "we own", "i have a", "we have a", "tengo una", "tengo un", "tenho uma", "tenho um", "ich habe ein",
            "ich habe eine", "j ai une", "j ai un", "ho un", "ho una", "gestisco un", "gestisco una");

    /** Verbs of wishes about creators, money and days, which are no goals. */
    static final Set<String> ABOUT_BRIEF = Set.of("work", "find", "use", "spend", "reach", "target", "start", "begin", "run", "see", "have", "add",
            "change", "make", "hire", "collaborate", "partner", "pay", "invest", "go", "try", "focus", "keep", "do", "be", "book", "contact", "invite",
            "know", "talk", "ask", "set", "plan", "pick", "choose", "select", "search", "look", "stop", "finish", "end", "remove", "drop", "include",
            "exclude", "switch", "update", "correct", "edit", "cover", "stay", "limit", "give", "send", "discuss", "cancel", "engage", "recruit", "team",
            "cooperate", "speak", "address", "trabajar", "colaborar", "contratar", "encontrar", "buscar", "usar", "gastar", "invertir", "empezar",
            "comenzar", "llegar", "alcanzar", "hacer", "tener", "terminar", "cambiar", "quitar", "anadir", "agregar", "incluir", "saber", "hablar",
            "pagar", "contactar", "dirigirnos", "crear", "ser", "trabalhar", "procurar", "investir", "comecar", "alcancar", "atingir", "fazer", "ter",
            "mudar", "tirar", "adicionar", "falar", "criar", "travailler", "collaborer", "trouver", "chercher", "utiliser", "depenser", "commencer",
            "toucher", "faire", "avoir", "finir", "changer", "enlever", "ajouter", "inclure", "savoir", "parler", "payer", "contacter", "cibler", "creer",
            "etre", "lavorare", "collaborare", "trovare", "cercare", "usare", "spendere", "iniziare", "raggiungere", "fare", "avere", "finire", "cambiare",
            "togliere", "aggiungere", "includere", "sapere", "parlare", "pagare", "contattare", "creare", "essere", "poner", "por", "mettre", "mettere",
            "ir", "ver", "dar", "essayer", "provare", "probar");

    static final Set<String> ONE = Set.of("a", "an", "un", "una", "um", "uma", "une", "ein", "eine", "einen", "new");

    /** Things that end like people. */
    static final Set<String> THINGS = Set.of("computers", "speakers", "printers", "sensors", "tractors", "monitors", "containers", "trousers", "flowers",
            "dinners", "summers", "winters", "boilers", "coolers", "scooters", "motors", "mirrors", "colors", "doors", "floors", "numbers", "papers",
            "corners", "followers", "offers", "orders", "covers", "letters", "others", "showers", "towers", "powers", "boosters", "posters", "stickers",
            "routers", "rollers", "trailers", "toasters", "heaters", "chargers", "burgers", "crackers", "sneakers", "sweaters", "slippers", "diapers",
            "strollers", "layers", "servers", "adapters", "filters", "lasers", "planners", "trainers", "indoors", "outdoors", "hours", "years", "creators",
            "influencers", "bloggers", "streamers", "subscribers", "visitors", "errors", "factors", "sectors", "vendors", "partners", "answers", "centers",
            "chapters", "drawers", "fingers", "quarters", "semesters", "members", "users", "registers", "newsletters", "lists", "playlists", "waitlists",
            "checklists", "assists", "wrists", "twists", "exists", "specialists");

    private TextWords() {}
}
