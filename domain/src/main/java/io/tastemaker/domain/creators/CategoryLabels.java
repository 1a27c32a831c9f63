package io.tastemaker.domain.creators;

import io.tastemaker.domain.shared.Category;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What lists call the subjects of creators, in the words of {@link Category}. The labels are those of YouTube, Instagram, TikTok and
 * Twitch,
 * of the analytics sites whose lists go around (topics such as "Sports with a ball"), and plain words in English, Spanish, Portuguese,
 * French,
 * German and Italian. Labels without a counterpart ("Adult content", "ASMR", "Mystery") are unknown on purpose.
 */
public final class CategoryLabels {

    /** One line per category: every label that means it. A label on two lines means both. */
    private static final String TABLE = """
            FASHION: fashion; modeling; modelling; model; models; luxury; luxury goods; clothing; clothing & outfits; \
            accessories & jewellery; jewelry; style; fashion & style; apparel; howto & style; beauty & fashion; fashion & beauty; \
            moda; mode; mode und stil; streetwear
            BEAUTY: beauty; makeup; make-up; cosmetics; skincare; hair; beauty & makeup; beauty & personal care; howto & style; \
            beauty & fashion; fashion & beauty; beauty & self care; belleza; beleza; beaute; bellezza; schonheit; maquillaje; \
            maquiagem
            FOOD: food; cooking; food & cooking; food & drinks; food & drink; food & beverage; recipes; restaurants; restaurant; \
            baking; chef; foodie; comida; cocina; gastronomia; culinaria; cuisine; nourriture; essen; kochen; cibo; cucina
            TRAVEL: travel; travel & events; travel & tourism; tourism; travel & leisure; viajes; viagens; viagem; voyage; reisen; \
            viaggi; turismo
            TECHNOLOGY: technology; tech; science & technology; computers & gadgets; gadgets; machinery & technologies; software; \
            programming; science & tech; software & game development; tecnologia; technologie; technik; knowledge
            FITNESS: fitness; fitness & gym; gym; workout; trainers & coaches; bodybuilding; yoga; fitness & health; health & fitness; \
            sports & fitness; fitness & lifestyle; musculation; ejercicio
            GAMING: gaming; games; game; video games; videogames; video game; esports; e-sports; gamer; gaming video creator; \
            role playing game; action game; action-adventure game; strategy video game; juegos; videojuegos; jogos; jeux video; jeux; \
            spiele; videogiochi; videospiele
            MUSIC: rapper; singer-songwriter; musical group; girl group; boy band; band; k-pop; pop; composer; record label; drummer; \
            music; music & dance; musician; musician/band; musicians; singer; artist/musician; pop music; hip hop music; \
            rock music; music & audio; musica; musique; musik; music of asia; music of latin america; dj; rap
            DANCE: dance; music & dance; dancer; dancing; danza; baile; danca; danse; tanz; choreography
            SPORTS: footballer; cricketer; basketball player; tennis player; wrestler; racing driver; boxer; mixed martial artist; \
            sportsperson; sports team; sports club; football club; swimmer; golfer; sports; sport; sports with a ball; racing sports; \
            extreme sports & outdoor activity; football; soccer; basketball; \
            cricket; athlete; athletes; winter sports; water sports; martial arts; sports & recreation; association football; \
            professional wrestling; wrestling; tennis; deportes; deporte; esportes; esporte; sports & outdoors; futbol; futebol; \
            sports & fitness
            FAMILY: family; parenting; kids & toys; kids; mom; motherhood; baby & kids; family & parenting; children; kids & family; \
            made for kids; familia; famille; familie; famiglia; relationships & family
            PETS: pets; animals; pets & animals; animals & pets; dogs; cats; mascotas; animales; animais; pet; animaux; tiere; \
            animali; haustiere
            HOME: home; interior; interior design; garden; home & garden; home decor; home & interior; architecture; \
            architecture & urban design; hogar; casa; maison; wohnen; decoration; home improvement
            ART: art; art/artists; artists; artist; design; design/art; painting; drawing; illustration; comics & sketches; arts; \
            art & design; arts & crafts; visual art; visual arts; arte; kunst; tattoo
            PHOTOGRAPHY: photography; photographer; photo; photos; fotografia; photographie; fotografie
            FILM: filmmaker; film director; film; movies; movie; cinema; cinema & actors/actresses; film & animation; actor; actress; \
            actors; \
            actors & actresses; trailers; film, music & books; films; cine; peliculas; filmes; tv & movies; movies & tv; \
            movies & shows; schauspieler; drama; short movies; tv & film
            ENTERTAINMENT: television personality; media personality; tv personality; television presenter; tv host; magician; \
            entertainer; entertainment; shows; show; celebrities; celebrity; tv; television; tv shows; tv show; public figure; \
            radio & media; entretenimiento; entretenimento; divertissement; unterhaltung; intrattenimento; tv & movies; movies & tv; \
            movies & shows; lip-sync; performing arts; variety; just chatting; reality tv; tv & film
            ANIMATION: animation; film & animation; cartoons; cartoon; anime; anime/animation; anime & comics; animacion; animacao; \
            dessins animes; zeichentrick
            COMEDY: comedy; humor; humour; humor & fun & happiness; humor & fun; funny; memes; meme; pranks; comedian; comedia; \
            humorista; comedie; komodie; lustig
            BUSINESS: businessman; businesswoman; businessperson; ceo; investor; business; business & careers; management & marketing; \
            marketing; entrepreneur; entrepreneurship; careers; \
            negocios; business & entrepreneurship; startups; affaires; wirtschaft; business & finance; finance & business; \
            motivational speaker
            FINANCE: finance; finance & economics; economics; investing; crypto; cryptocurrency; personal finance; business & finance; \
            finance & business; money; finanzas; financas; finanzen; bitcoin; trading
            EDUCATION: scientist; teacher; education; science; educational; teaching; learning; languages; science & education; school; \
            history; \
            psychology; tutorials; educacion; educacao; bildung; istruzione; ciencia; wissenschaft; knowledge; education & learning
            HEALTH: health; health & self help; wellness; medicine; health & wellness; mental health; medical & health; doctor; \
            nutrition; health & fitness; fitness & health; salud; saude; sante; gesundheit; salute
            CARS: cars; cars & motorbikes; autos & vehicles; auto & vehicles; vehicles; automotive; racing sports; motorcycles; auto; \
            motors; autos; coches; carros; voitures; vehicle
            NEWS: news; news & politics; politics; journalism; literature & journalism; journalist; politician; news & media; \
            media/news company; noticias; actualites; nachrichten; notizie; politica; politik; society & politics
            LIFESTYLE: social media personality; internet personality; influencer; vlogging; lifestyle; people & blogs; people; blogs; \
            vlogs; daily vlogs; vlog; vlogger; vlogging; blogger; personal blog; \
            daily life; lifestyle vlogs; people & culture; fitness & lifestyle; estilo de vida; lifestyle (sociology); \
            personas y blogs; digital creator; video creator
            BOOKS: books; literature; literature & journalism; author; writer; writers; film, music & books; booktok; libros; livros; \
            livres; bucher; libri; poetry
            NATURE: nature; nature & landscapes; wildlife; outdoors; extreme sports & outdoor activity; outdoor; sports & outdoors; \
            environment; naturaleza; natureza; natur; natura; outdoor & nature
            DIY: diy; diy & life hacks; crafts; how-to; howto; howto & style; handmade; life hacks; arts & crafts; diy & crafts; \
            diy crafts; hobby; hobbies; manualidades; bricolage; basteln; home improvement
            TOYS: toys; kids & toys; toy; toys & games; juguetes; brinquedos; jouets; spielzeug; giocattoli
            SOCIETY: society; nonprofits & activism; nonprofit; non profit; activism; charity; causes; religion & spirituality; \
            social issues; community; ngo; sociedad; sociedade; society & politics; nonprofit organization
            SHOPPING: shopping; shopping & retail; retail; reviews; unboxing; product reviews; e-commerce; brand; compras; einkaufen; \
            deals
            """;

    private static final Pattern CONJUNCTION = Pattern.compile("[^\\p{L}\\p{N}]+(and|und|y|e|et)[^\\p{L}\\p{N}]+");
    private static final Map<String, Set<Category>> BY_LABEL = byLabel();

    private CategoryLabels() {}

    /**
     * The categories a label stands for; "musician and actress" stands for those of both halves.
     *
     * @param label as a list writes it, without regard to case, accents and punctuation
     * @return at least one category, or empty when the label is unknown
     */
    public static Optional<Set<Category>> find(String label) {
        Set<Category> whole = BY_LABEL.get(fold(label));
        if (whole != null) {
            return Optional.of(whole);
        }
        Set<Category> both = EnumSet.noneOf(Category.class);
        for (String half : label.split(" (?:and|&) ")) {
            Set<Category> known = BY_LABEL.get(fold(half));
            if (known == null) {
                return Optional.empty();
            }
            both.addAll(known);
        }
        return Optional.of(both);
    }

    private static Map<String, Set<Category>> byLabel() {
        Map<String, Set<Category>> labels = new HashMap<>();
        TABLE.lines().forEach(line -> {
            int colon = line.indexOf(':');
            Category category = Category.valueOf(line.substring(0, colon));
            for (String label : line.substring(colon + 1).split(";")) {
                labels.computeIfAbsent(fold(label), any -> EnumSet.noneOf(Category.class)).add(category);
            }
        });
        labels.replaceAll((label, categories) -> Collections.unmodifiableSet(categories));
        return Map.copyOf(labels);
    }

    private static String fold(String text) {
        return FoldedText.words(CONJUNCTION.matcher(FoldedText.withoutAccents(text)).replaceAll(" "));
    }
}
