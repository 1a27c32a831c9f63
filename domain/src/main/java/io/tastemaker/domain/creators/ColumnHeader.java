package io.tastemaker.domain.creators;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column's header and what it promises.
 *
 * @param text the header as shown: cleaned, on one line
 * @param meaning what the header says the column means
 * @param unit the power of ten it promises, such as 6 for {@code Followers (millions)}
 * @param percent whether it promises percent
 * @param certainty 3 when the whole header is a known phrase, 2 when it is one without filling words, 1 when single words decide, 0
 *     without meaning
 */
record ColumnHeader(String text, Optional<Meaning> meaning, int unit, boolean percent, int certainty) {

    /** Whole headers, folded. English first, then Spanish, Portuguese, French, German, Italian, and a few more. */
    private static final String PHRASES = """
            HANDLE: handle; handles; username; user name; usernames; user; insta; ig handle; instagram handle; tiktok handle; \
            twitter handle; account; account handle; account name; instagram account; tiktok account; screen name; login; nickname; \
            uniqueid; unique id; user id name; usuario; nombre de usuario; cuenta; perfil; nome de usuario; conta; arroba; \
            identifiant; nom d utilisateur; compte; pseudo; benutzername; nutzername; konto; kontoname; nome utente; profilo; \
            kullanici adi; ユーザー名; アカウント; 用户名; 账号; аккаунт; логин; ник
            NAME: name; full name; fullname; display name; displayname; real name; title; channel title; owner; person; celebrity; \
            nombre; nombre completo; nome; nome completo; nom; nom complet; vollstandiger name; anzeigename; nome e cognome; \
            nome visualizzato; isim; nama; имя; 名前; 姓名; 이름
            CREATOR: creator; creators; influencer; influencers; influencer name; influencer insta name; instagram name; insta name; \
            instagrammer; instagramer; channel; channel name; channels; channel info; youtuber; youtubers; youtuber name; \
            youtube channel; youtube name; tiktoker; tiktokers; tiktoker name; tik toker; tiktok name; tiktok account name; streamer; \
            streamer name; twitch name; twitch channel; artist; blogger; page; page name; profile; profile name; brand; twitter name; \
            creator name; canal; nombre del canal; nome do canal; influenciador; influenciadora; creador; criador; chaine; \
            nom de la chaine; influenceur; kanal; kanalname; canale; канал; блогер; チャンネル; チャンネル名; 频道
            PLATFORM: platform; platforms; network; social network; social media; social media platform; source platform; plataforma; \
            red social; rede social; plateforme; reseau; reseau social; plattform; netzwerk; piattaforma; платформа; 平台
            PROFILE_URL: url; link; links; profile url; profile link; profile; channel url; channel link; account url; account link; \
            page url; instagram url; instagram link; tiktok url; youtube url; link to profile; enlace; url del perfil; \
            link do perfil; lien; lien du profil; profil url; profillink; ссылка
            FOLLOWERS: followers; follower; subscribers; subscriber; subs; fans; followers count; follower count; subscriber count; \
            subscribers count; followersnumber; seguidores; suscriptores; inscritos; assinantes; abonnes; abonne; abonnenten; \
            abonnent; follower anzahl; seguaci; iscritti; follower totali; volgers; takipci; takipciler; abone; pengikut; \
            obserwujacy; подписчики; подписчиков; フォロワー; フォロワー数; チャンネル登録者数; 登録者数; 粉丝; 粉丝数; 关注者; 팔로워; 구독자; 구독자수; المتابعون; المتابعين; \
            متابعين; عدد المتابعين; ผู้ติดตาม; audience size
            POSTS_COUNT: posts; post; post count; posts count; media count; media; uploads; videos; video; video count; videos count; \
            tweets; uploaded videos; publications; publicaciones; publicacoes; postagens; publications; beitrage; anzahl beitrage; \
            post pubblicati; посты; публикации; 投稿数; 发帖数; 视频数; 게시물
            TOTAL_VIEWS: total views; views; view count; viewcount; video views; channel views; lifetime views; all views; \
            views total; total video views; visualizaciones; visualizacoes; vues; aufrufe; visualizzazioni; vistas totales; \
            total de visualizacoes; total de vistas; vues totales; aufrufe gesamt; просмотры; 再生回数; 总播放量
            AVERAGE_VIEWS: average views; avg views; views avg; mean views; views average; visualizaciones promedio; \
            media de visualizacoes; vues moyennes; durchschnittliche aufrufe; visualizzazioni medie; 平均再生回数; 平均播放量
            AVERAGE_LIKES: average likes; avg likes; likes avg; mean likes; avg like; me gusta promedio; promedio de likes; \
            media de curtidas; curtidas medias; j aime moyens; moyenne des likes; likes moyens; durchschnittliche likes; \
            mi piace medi; 平均いいね数; 平均点赞
            AVERAGE_COMMENTS: average comments; avg comments; comments avg; mean comments; avg comment; comentarios promedio; \
            promedio de comentarios; media de comentarios; commentaires moyens; durchschnittliche kommentare; commenti medi; 平均コメント数; \
            平均评论
            AVERAGE_SHARES: average shares; avg shares; shares avg; mean shares; avg share; compartidos promedio; \
            media de compartilhamentos; partages moyens; condivisioni medie
            AVERAGE_ENGAGEMENTS: average engagement; average engagements; avg engagement; engagement avg; avg engagements; \
            engagements avg; average interactions; avg interactions; interactions per post
            ENGAGEMENT_RATE: engagement rate; eng rate; er; engagementrate; engagement; rate of engagement; er %; engagement percent; \
            engagement percentage; tasa de interaccion; tasa de engagement; taxa de engajamento; taxa de engagement; \
            taux d engagement; engagement quote; interaktionsrate; tasso di interazione; tasso di engagement; вовлеченность; \
            エンゲージメント率; 互动率; 참여율
            CATEGORIES: category; categories; topic; topics; niche; genre; genres; channel type; topic of influence; subject; \
            vertical; main topic; content category; content type; interest; interests; profession; profession activity; categoria; \
            categorias; tema; nicho; categorie; thematique; kategorie; kategorien; thema; kategori; категория; тематика; カテゴリ; ジャンル; \
            类别; 分类; 카테고리
            LOCATION: country; location; country code; country of origin; region; nation; place; country region; based in; city; \
            pais; ubicacion; localizacao; localizacion; pays; lieu; localisation; land; standort; ort; paese; localita; ulke; negara; \
            kraj; страна; 国; 国家; 地区; 국가; الدولة
            AUDIENCE_LOCATION: audience country; audience location; audience region; audience; main audience; top audience country; \
            followers country; country of audience; audience country mostly; pais de la audiencia; pais da audiencia; \
            pays de l audience; land des publikums; zielgruppe land; top country
            LANGUAGES: language; languages; lang; content language; channel language; idioma; idiomas; lingua; linguas; langue; \
            langues; sprache; sprachen; lingue; dil; bahasa; язык; 言語; 语言; 언어
            VERIFIED: verified; is verified; verified account; verification; isverified; verificado; verificada; verifie; \
            verifiziert; verificato; blue tick; badge; 認証; 认证
            LAST_POST_ON: last post; last post date; last posted; last post on; latest post; latest post date; last upload; \
            last video; last active; last activity; date of last post; ultima publicacion; ultimo post; \
            fecha de la ultima publicacion; data do ultimo post; dernier post; derniere publication; letzter beitrag; letzter post
            EMAIL: email; e mail; mail; email address; e mail address; contact email; contact; business email; public email; correo; \
            correo electronico; contacto; contato; courriel; adresse e mail; adresse mail; kontakt; почта; メール; 邮箱
            WEBSITE: website; web site; site; web; homepage; external url; external link; bio link; blog; sitio web; pagina web; \
            site web; webseite; sito; sito web; сайт
            AVATAR_URL: avatar; avatar url; profile picture; profile pic; profile pic url; profile picture url; profile image; \
            profile image url; picture; image; image url; photo; photo url; thumbnail; thumbnail url; foto
            BIOGRAPHY: bio; biography; description; about; about me; profile description; channel description; biografia; \
            descripcion; descricao; biographie; a propos; beschreibung; descrizione; bio text; описание; 自己紹介; 简介
            """;

    private static final Set<String> FILLERS = Set.of("count", "counts", "number", "numbers", "num", "no", "nr", "nb", "total", "of",
            "the", "value", "values",
            "approx", "approximate", "current", "in", "amount", "qty", "numero", "anzahl", "nombre", "de", "des", "da", "do", "del",
                    "mostly", "main", "primary",
            "1", "2", "3", "4", "i", "ii", "first", "second", "n");
    /** With one of these a header speaks of something else: a change, a rank, money, other people's accounts, a part of the whole. */
    private static final Set<String> OTHER_MATTERS = Set.of("rank", "ranking", "position", "gained", "gain", "gains", "growth", "change",
            "diff", "difference",
            "authentic", "fake", "suspicious", "previous", "following", "followings", "followees", "earnings", "revenue", "income",
                    "price", "cost", "cpm", "score",
            "index", "grade", "peak", "watch", "stream", "hidden", "abbreviation", "population", "latitude", "longitude", "unemployment",
                    "enrollment");
    private static final Set<String> PARTS = Set.of("last", "new", "recent", "monthly", "weekly", "daily", "day", "days", "month", "week",
            "since", "paid",
            "sponsored", "ratio", "max", "min", "rate", "date", "reel", "reels", "story", "stories", "shorts");
    private static final Set<String> AVERAGES = Set.of("avg", "average", "averages", "mean", "per", "promedio", "media", "medio", "medias",
            "medios", "medie", "medi",
            "moyen", "moyenne", "moyens", "moyennes", "durchschnitt", "durchschnittliche", "durchschnittlich", "ortalama", "rata",
                    "gemiddelde", "median",
            "средние", "среднее");
    private static final Map<String, Meaning> AVERAGED = Map.ofEntries(
            Map.entry("views", Meaning.AVERAGE_VIEWS), Map.entry("view", Meaning.AVERAGE_VIEWS), Map.entry("plays", Meaning.AVERAGE_VIEWS),
            Map.entry("vues", Meaning.AVERAGE_VIEWS), Map.entry("aufrufe", Meaning.AVERAGE_VIEWS), Map.entry("visualizaciones",
                    Meaning.AVERAGE_VIEWS),
            Map.entry("visualizacoes", Meaning.AVERAGE_VIEWS), Map.entry("vistas", Meaning.AVERAGE_VIEWS), Map.entry("visualizzazioni",
                    Meaning.AVERAGE_VIEWS),
            Map.entry("likes", Meaning.AVERAGE_LIKES), Map.entry("like", Meaning.AVERAGE_LIKES), Map.entry("hearts", Meaning.AVERAGE_LIKES),
            Map.entry("curtidas", Meaning.AVERAGE_LIKES), Map.entry("gusta", Meaning.AVERAGE_LIKES), Map.entry("aime",
                    Meaning.AVERAGE_LIKES),
            Map.entry("piace", Meaning.AVERAGE_LIKES), Map.entry("comments", Meaning.AVERAGE_COMMENTS), Map.entry("comment",
                    Meaning.AVERAGE_COMMENTS),
            Map.entry("comentarios", Meaning.AVERAGE_COMMENTS), Map.entry("commentaires", Meaning.AVERAGE_COMMENTS),
            Map.entry("kommentare", Meaning.AVERAGE_COMMENTS), Map.entry("commenti", Meaning.AVERAGE_COMMENTS), Map.entry("shares",
                    Meaning.AVERAGE_SHARES),
            Map.entry("share", Meaning.AVERAGE_SHARES), Map.entry("compartilhamentos", Meaning.AVERAGE_SHARES), Map.entry("partages",
                    Meaning.AVERAGE_SHARES),
            Map.entry("engagement", Meaning.AVERAGE_ENGAGEMENTS), Map.entry("engagements", Meaning.AVERAGE_ENGAGEMENTS),
            Map.entry("interactions", Meaning.AVERAGE_ENGAGEMENTS));
    private static final Set<String> ENGAGEMENT = Set.of("engagement", "eng", "engajamento", "interaccion", "interaktion", "interazione",
            "er");
    private static final Set<String> RATES = Set.of("rate", "tasa", "taxa", "taux", "tasso", "quote", "percent", "percentage", "pct");
    private static final Set<String> PLACES = Set.of("country", "countries", "pais", "pays", "paese", "location");

    private static final Pattern UNIT = Pattern.compile("(?i)[(\\[]\\s*(?:in\\s+)?"
            + "(?<letter>k|m|mm|b|bn|thousands?|millions?|billions?|mn|mio|mil|lakhs?|crores?)\\s*[)\\]]"
            + "|(?<![\\p{L}])(?:in\\s+)?"
            + "(?<word>thousands?|millions?|billions?|millones|milhoes|millionen|mio|mln|lakhs?|crores?)(?![\\p{L}])");
    private static final Pattern PERCENT = Pattern.compile("(?i)%|(?<![\\p{L}])(?:percent|percentage|pct)(?![\\p{L}])");
    private static final Map<String, Meaning> BY_PHRASE = byPhrase();

    static ColumnHeader of(String raw) {
        String whole = CleanText.of(raw).value();
        String text = whole.length() > 200 ? whole.substring(0, whole.offsetByCodePoints(0, 100)) + "…" : whole;
        Matcher unit = UNIT.matcher(text.replace('_', ' '));
        int power = unit.find() ? power(unit) : 0;
        String words = FoldedText.of(power == 0 ? text : unit.replaceAll(" "));
        boolean percent = PERCENT.matcher(text).find();
        Optional<Meaning> exact = Optional.ofNullable(BY_PHRASE.get(words)).or(() -> Optional.ofNullable(BY_PHRASE.get(foldCamel(text))));
        if (exact.isPresent()) {
            return new ColumnHeader(text, exact, power, percent, 3);
        }
        List<String> tokens = new ArrayList<>(List.of((power == 0 ? foldCamel(text) : words).split(" ")));
        tokens.removeIf(token -> token.isEmpty() || FILLERS.contains(token));
        Meaning filled = BY_PHRASE.get(String.join(" ", tokens));
        if (filled != null) {
            return new ColumnHeader(text, Optional.of(filled), power, percent, 2);
        }
        Optional<Meaning> guess = byWords(tokens);
        return new ColumnHeader(text, guess, power, percent, guess.isPresent() ? 1 : 0);
    }

    private static Optional<Meaning> byWords(List<String> tokens) {
        if (tokens.stream().anyMatch(OTHER_MATTERS::contains)) {
            return Optional.empty();
        }
        if (tokens.stream().anyMatch(ENGAGEMENT::contains) && tokens.stream().anyMatch(RATES::contains)) {
            return Optional.of(Meaning.ENGAGEMENT_RATE);
        }
        if (tokens.stream().anyMatch(PLACES::contains)) {
            boolean audience = tokens.stream().anyMatch(token -> token.startsWith("audien") || token.startsWith("follower")
                    || token.startsWith("viewer"));
            return Optional.of(audience ? Meaning.AUDIENCE_LOCATION : Meaning.LOCATION);
        }
        if (tokens.stream().anyMatch(AVERAGES::contains)) {
            Optional<String> noun = tokens.stream().filter(AVERAGED::containsKey).findFirst();
            return noun.map(AVERAGED::get);
        }
        if (tokens.stream().anyMatch(PARTS::contains)) {
            return Optional.empty();
        }
        for (Meaning single : List.of(Meaning.EMAIL, Meaning.FOLLOWERS, Meaning.HANDLE, Meaning.CATEGORIES, Meaning.LANGUAGES)) {
            if (tokens.size() <= 3 && tokens.stream().anyMatch(token -> BY_PHRASE.get(token) == single && !token.equals("user")
                    && !token.equals("contact"))) {
                return Optional.of(single);
            }
        }
        return Optional.empty();
    }

    private static int power(Matcher unit) {
        String word = Optional.ofNullable(unit.group("letter")).orElseGet(() -> unit.group("word")).toLowerCase(Locale.ROOT);
        return switch (word.charAt(0)) {
            case 'k', 't' -> 3;
            case 'b' -> 9;
            case 'l' -> 5;
            case 'c' -> 7;
            default -> 6;
        };
    }

    private static String foldCamel(String text) {
        return FoldedText.of(text.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " "));
    }

    private static Map<String, Meaning> byPhrase() {
        Map<String, Meaning> phrases = new HashMap<>();
        PHRASES.lines().forEach(line -> {
            int colon = line.indexOf(':');
            for (String phrase : line.substring(colon + 1).split(";")) {
                phrases.putIfAbsent(FoldedText.of(phrase), Meaning.valueOf(line.substring(0, colon)));
            }
        });
        return Map.copyOf(phrases);
    }
}
