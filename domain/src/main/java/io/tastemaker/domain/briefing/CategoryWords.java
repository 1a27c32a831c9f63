package io.tastemaker.domain.briefing;

import io.tastemaker.domain.shared.Category;
import java.util.Optional;
import java.util.Set;

/** What creators publish about, in words of six languages. */
final class CategoryWords {

    private static final Phrases<Category> NAMES = Phrases.of("""
            FASHION: fashion, fashionista, fashionistas, streetwear, clothing, outfits, moda, modeblogger, mode creators, fashion and style, style, luxury, \
            fashionblogger, fashionbloggers, modeinfluencer, luxus, lujo, luxo, lusso, modelos
            BEAUTY: beauty, makeup, make up, mua, cosmetics, cosmetic, skincare, skin care, haircare, hair care, hair, nails, belleza, beleza, beaute, \
            bellezza, schonheit, kosmetik, maquillaje, maquiagem, maquillage, trucco, cosmetica, cosmeticos, \
            cosmetique, cosmetiques, hautpflege, cuidado de la piel, skincareinfluencer, beautyinfluencer, beautyblogger, soins de la peau, schminke, \
            haarpflege
            FOOD: food, foodie, foodies, foodblogger, food bloggers, cooking, recipes, recipe, baking, chefs, chef, culinary, gastronomy, comida, cocina, \
            gastronomia, culinaria, cuisine, nourriture, essen, kochen, cibo, cucina, recetas, receitas, recettes, ricette, \
            restaurants, vegan food, rezepte, food and drink, gastronomie, foodblog, kulinarik, coffee, backen
            TRAVEL: travel, traveling, travelling, travellers, travelers, tourism, viajes, viagens, viagem, viajar, voyage, voyages, reisen, reise, viaggi, \
            viaggio, turismo, travelblogger, reiseblogger, tourisme, tourismus, reiseinfluencer, wanderlust
            TECHNOLOGY: technology, tech, gadgets, gadget, software, programming, coding, tecnologia, technologie, technik, tecno, electronics, \
            technology and gadgets, techie, techies, tech reviewers
            FITNESS: fitness, gym, workout, workouts, yoga, pilates, crossfit, bodybuilding, musculation, fitnessinfluencer, fit, academia, palestra, \
            gimnasio, calisthenics, personal trainers
            GAMING: gaming, gamer, gamers, games, video games, videogames, esports, e sports, videojuegos, jogos, jeux video, videospiele, videogiochi, \
            gameplay, juegos, gamern, zocker, let s players
            MUSIC: music, musicians, musician, singers, musica, musique, musik, djs, rap, hip hop, musicos, musiciens, musiker, musicisti
            DANCE: dance, dancers, dancer, dancing, danza, danca, baile, danse, tanz, tanzen, ballo, bailarines
            SPORTS: sports, sport, athletes, athlete, football, soccer, basketball, tennis, running, runners, cycling, deportes, deporte, esportes, \
            esporte, futbol, futebol, fussball, fusball, fuball, calcio, athleten, deportistas, sportler, sportivi, sportifs, surfing, surf, hockey, golf, \
            cricket, athletics, ciclismo, correr, laufen, course a pied
            FAMILY: family, parenting, parents, moms and kids, motherhood, mom, moms, mums, mum, mommy, mommies, mamas, kids, familia, familie, famille, \
            famiglia, maternidad, maternidade, crianza, eltern, maternite, parentalite, maternita, mamma, baby, babies, genitori, \
            dads, family and kids, madres, maes, padres, mamis, familias
            PETS: pets, pet, dogs, cats, dog, cat, animals, mascotas, mascota, animais, animales, animaux, tiere, animali, haustiere, haustier, \
            petfluencers, perros, gatos, hunde, katzen, chiens, chats, cani, gatti, cachorros, pets and animals, animali domestici, animaux de compagnie
            HOME: home decor, interior, interiors, interior design, home, home and garden, garden, gardening, decoration, decor, hogar, decoracion, \
            decoracao, maison, wohnen, einrichtung, casa, arredamento, home improvement, deco, jardin, jardinage, garten, interieur, inneneinrichtung, \
            jardineria
            ART: art, arts, artists, artist, painting, drawing, illustration, arte, kunst, artistas, artistes, kunstler, artisti, design
            PHOTOGRAPHY: photography, photographers, photographer, fotografia, photographie, fotografie, fotografos, fotografen
            FILM: film, films, movies, movie, cinema, cine, peliculas, filmes, kino, series, cinefilos, actors
            ENTERTAINMENT: entertainment, celebrities, celebrity, tv, shows, entretenimiento, entretenimento, divertissement, unterhaltung, \
            intrattenimento, celebs
            ANIMATION: animation, anime, cartoons, animacion, animacao, zeichentrick
            COMEDY: comedy, comedians, comedian, humor, humour, funny, memes, comedia, humoristas, comedie, komodie, comicos, comicas, umorismo, comico, \
            lustige
            BUSINESS: business, entrepreneurs, entrepreneurship, startups, marketing, b2b, negocios, emprendedores, emprendimiento, empreendedores, \
            empreendedorismo, affaires, wirtschaft, unternehmer, imprenditori, entrepreneuriat, carreras, career, careers
            FINANCE: finance, finances, investing, crypto, cryptocurrency, personal finance, fintech, finanzas, financas, finanzen, finanza, trading, \
            inversiones, investimentos, investment, bitcoin, money saving
            EDUCATION: education, educational, science, learning, teachers, languages, educacion, educacao, bildung, istruzione, ciencia, wissenschaft, \
            sciences, scienza, history, educativos, educativo, enseignement, formation, edutainment
            HEALTH: health, wellness, wellbeing, nutrition, medicine, mental health, salud, saude, sante, gesundheit, salute, bienestar, bem estar, \
            bien etre, benessere, nutricion, nutricao, ernahrung, dietitians, nutritionists, nutrizione, doctors, health and wellness
            CARS: cars, car, automotive, motorbikes, motorcycles, autos, coches, carros, voitures, vehicles, motor, motos, automobile, automobil, \
            auto moto, automoviles, motori, petrolheads
            NEWS: news, politics, journalism, noticias, actualites, nachrichten, notizie, politica, politik, current affairs, journalists
            LIFESTYLE: lifestyle, vlogs, vlog, daily life, estilo de vida, life style, lifestyleinfluencer, daily vlogs, stile di vita, mode de vie, \
            life hacks
            BOOKS: books, book, literature, booktok, bookstagram, reading, libros, livros, livres, bucher, buecher, libri, literatura, litterature, \
            lectura, leitura, bookstagrammers, booktokers, letteratura
            NATURE: nature, outdoors, outdoor, wildlife, hiking, camping, naturaleza, natureza, natur, natura, senderismo, wandern, trilhas, randonnee, \
            plein air, aire libre, sustainability, escursionismo
            DIY: diy, crafts, craft, handmade, manualidades, artesanato, bricolage, basteln, heimwerken, do it yourself, knitting, fai da te, artesania, hacks
            TOYS: toys, toy, juguetes, brinquedos, jouets, spielzeug, giocattoli
            SOCIETY: society, sociedad, sociedade, gesellschaft, societa, activism, nonprofit, charity, social causes, social issues, activists, ngo, activismo, ativismo, aktivismus, causas sociales
            SHOPPING: shopping, unboxing, product reviews, reviews, deals, hauls, haul, compras, einkaufen, reviewers
            """, Category::valueOf);

    /** Words that say something else as often, read only beside a word for creators or where categories are spoken of. */
    private static final Set<String> WEAK = Set.of(
            "style", "hair", "nails", "coffee", "fit", "academia", "games", "juegos", "jogos", "running", "runners", "parents", "kids", "mom", "moms",
                    "mums", "mum", "mommy", "baby", "babies", "home", "casa", "maison", "garden", "art", "arts", "arte", "design", "film", "films", "series",
            "tv", "shows", "funny", "marketing", "business", "career", "careers", "learning", "languages", "history", "formation", "car", "motor", "news",
                    "politics", "book", "reading", "outdoor", "hacks", "handmade", "shopping", "reviews", "deals", "compras", "family", "familia",
            "software", "money saving", "education", "health", "negocios", "affaires", "chef", "coding", "actors", "restaurants", "athletes", "athlete",
                    "families", "familias", "dads", "madres", "maes", "padres", "mamas", "mamis", "sustainability", "essen", "reise", "reisen", "correr",
            "laufen", "rap", "dog", "cat", "dogs", "cats", "perros", "gatos", "hunde", "katzen", "students", "teachers", "society", "sociedad", "sociedade", "gesellschaft", "societa", "chats", "eltern", "genitori",
                    "mamma", "mommies", "modelos", "cucina", "cocina", "comida", "cuisine", "clothing", "cosmetics", "luxury", "sciences", "wellness",
                    "viajar",
            "startups", "gadget", "recipe", "investment", "inversiones", "investimentos", "electronics", "trucco", "maquillage", "deco", "garten", "jardin",
                    "tennis", "golf", "surf", "decoration", "interior", "entrepreneurs", "travelers", "travellers", "traveling", "travelling", "literature",
            "vehicles", "doctors", "natur", "nature", "backen", "gamers", "gamer", "gym", "animals", "music", "sport", "hike", "hiking", "camping",
                    "trading", "wohnen", "salud", "gesundheit", "artists", "musicians", "singers", "dancers", "activists", "journalists", "photographers",
                    "reviewers",
            "emprendedores", "empreendedores", "unternehmer", "cachorros", "luxus", "lujo", "kino", "entertainment", "hautpflege", "haarpflege", "sportler",
                    "football", "yoga", "pilates");

    private static final Set<String> ABOUT = Set.of(
            "category", "categories", "niche", "niches", "topic", "topics", "vertical", "categoria", "categorias", "nicho", "nichos", "kategorie",
                    "kategorien", "nische", "thema", "themen", "categorie", "thematique", "thematiques", "nicchia", "tema", "temas",
            "bereich", "space", "content", "contenido", "conteudo", "contenu", "contenuti", "contenuto", "inhalte", "sector", "themes", "scene", "area",
                    "world", "mundo", "domaine", "settore", "ambito", "segmento", "field");

    private static final Set<String> LISTED = Set.of(",", "-", "and", "&", "/", "+", "y", "e", "und", "et", "or", "o", "ou", "oder", "with", "plus", "not",
            "no",
            "but", "also", "drop", "add", "without", "sin", "sem", "ohne", "sans", "senza", "nicht", "remove");

    private static final Set<String> COMPOUND = Set.of("influencer", "influencers", "influencern", "influencerin", "influencerinnen", "blogger", "bloggern",
            "creator", "creators", "creatorn", "bloggerinnen", "youtuber", "tiktoker", "kanale", "accounts", "content", "fluencer", "fluencers");

    private CategoryWords() {}

    static Optional<Phrases.Hit<Category>> at(Sheet sheet, int i, boolean asked) {
        Optional<Phrases.Hit<Category>> hit = NAMES.at(sheet, i);
        if (hit.isEmpty()) {
            return compound(sheet, i).or(() -> typed(sheet, i, asked));
        }
        return hit.filter(found -> found.end() > i + 1 || !WEAK.contains(sheet.at(i).word()) || asked || isSpokenOf(sheet, i, found.end(), 0)
                || isListed(sheet, i));
    }

    /** "home & garden": several that are joined, and nothing else between commas. */
    private static boolean isListed(Sheet sheet, int i) {
        int start = i;
        while (start > 0 && !sheet.at(start - 1).is(Token.Kind.BREAK) && !sheet.at(start - 1).is(",") && sheet.isFree(start - 1)) {
            start--;
        }
        int end = i;
        while (end < sheet.size() && !sheet.at(end).is(Token.Kind.BREAK) && !sheet.at(end).is(",") && sheet.isFree(end)) {
            end++;
        }
        return end - start > 2 && NAMES.at(sheet, start).isPresent() && NAMES.before(sheet, end).isPresent() && areJoined(sheet, start + 1, end - 1)
                && areNamed(sheet, start, end);
    }

    /** Whether some pieces are categories and nothing else. */
    static boolean areNamed(Sheet sheet, int from, int to) {
        int i = from;
        while (i < to) {
            Optional<Phrases.Hit<Category>> hit = NAMES.at(sheet, i);
            if (hit.isEmpty() && !LISTED.contains(sheet.at(i).word())) {
                return false;
            }
            i = hit.map(Phrases.Hit::end).orElse(i + 1);
        }
        return true;
    }

    /** Whether a word such as "and" joins some pieces. */
    static boolean areJoined(Sheet sheet, int from, int to) {
        for (int i = from; i < to; i++) {
            if (LISTED.contains(sheet.at(i).word())) {
                return true;
            }
        }
        return false;
    }

    /** "Beautyinfluencer", "Fitness-Creator". */
    private static Optional<Phrases.Hit<Category>> compound(Sheet sheet, int i) {
        String word = sheet.at(i).word();
        for (String tail : COMPOUND) {
            if (sheet.at(i).is(Token.Kind.WORD) && word.endsWith(tail) && word.length() > tail.length() + 2) {
                String head = word.substring(0, word.length() - tail.length());
                Optional<Category> known = NAMES.find(head).or(() -> head.endsWith("s") ? NAMES.find(head.substring(0, head.length() - 1))
                        : Optional.empty());
                if (known.isPresent() || head.equals("mode")) {
                    return Optional.of(new Phrases.Hit<>(known.orElse(Category.FASHION), i, i + 1));
                }
            }
        }
        if (word.equals("mode") && (isSpokenOf(sheet, i, i + 1, 0))) {
            return Optional.of(new Phrases.Hit<>(Category.FASHION, i, i + 1));
        }
        return Optional.empty();
    }

    private static Optional<Phrases.Hit<Category>> typed(Sheet sheet, int i, boolean asked) {
        String word = sheet.at(i).word();
        if (!sheet.at(i).is(Token.Kind.WORD) || word.length() < 5 || !(asked || isSpokenOf(sheet, i, i + 1, 0))) {
            return Optional.empty();
        }
        for (String name : ("fashion beauty travel technology fitness gaming parenting photography "
                + "entertainment comedy business finance education lifestyle cooking").split(" ")) {
            if (name.charAt(0) == word.charAt(0) && Math.abs(name.length() - word.length()) <= 1 && Slips.between(word, name) == 1) {
                return NAMES.find(name).map(category -> new Phrases.Hit<>(category, i, i + 1));
            }
        }
        return Optional.empty();
    }

    private static final Set<String> LINKS = Set.of("de", "of", "di", "about", "in", "the", "for", "sobre", "uber", "fur", "aus", "dem", "la", "el", "is",
            "are", ":", "on", "into", "posting", "su", "sur", "del", "en", "talk", "who", "post", "from", "da", "do", "mode", "only",
            "just", "es", "sind", "ist", "son", "der", "die");

    /** Whether creators or categories are spoken of beside a place, or it stands in a list with a word that can only be a category. */
    private static boolean isSpokenOf(Sheet sheet, int start, int end, int depth) {
        boolean listed = depth == 0;
        for (int i = end; i < end + 6 && i < sheet.size(); i++) {
            String word = sheet.at(i).word();
            if (i < end + 4 && isAbout(word) || listed && i > end && isStrong(sheet, i)) {
                return true;
            }
            listed &= LISTED.contains(word) || NAMES.at(sheet, i).isPresent() || word.equals("mode");
            boolean passes = listed || LISTED.contains(word) || NAMES.at(sheet, i).isPresent() || PlatformWords.at(sheet, i, false).isPresent()
                    || Set.of("micro", "nano", "macro", "focused", "related", "style", "fluencers").contains(word);
            if (sheet.at(i).is(Token.Kind.BREAK) || !passes) {
                break;
            }
        }
        listed = depth == 0;
        for (int i = start - 1; i >= 0 && i >= start - 7; i--) {
            String word = sheet.at(i).word();
            if (i >= start - 5 && isAbout(word) || listed && i < start - 1 && isStrong(sheet, i)) {
                return true;
            }
            listed &= LISTED.contains(word) || NAMES.has(word) || word.equals("mode");
            if (sheet.at(i).is(Token.Kind.BREAK) || !(listed || LISTED.contains(word) || NAMES.has(word) || LINKS.contains(word))) {
                break;
            }
        }
        return false;
    }

    private static boolean isAbout(String word) {
        return Cues.CREATORS.has(word) || ABOUT.contains(word) || word.endsWith("influencer") || word.endsWith("influencers");
    }

    private static boolean isStrong(Sheet sheet, int i) {
        String word = sheet.at(i).word();
        return NAMES.has(word) && !WEAK.contains(word) && sheet.isFree(i);
    }
}
