package io.tastemaker.domain.content;

import io.tastemaker.domain.shared.Coded;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a column of a list of posts can mean, and the headers that say so. */
public enum PostColumn implements Coded {
    /** Where the post stands. */
    URL(false, "url", "post url", "post link", "link", "permalink", "post", "video url", "shortlink", "enlace", "lien"),
    /** The platform's id or short code. */
    KEY(false, "id", "post id", "shortcode", "short code", "code", "media id", "video id", "tweet id", "pk", "key"),
    /** Whose post it is. */
    HANDLE(false, "handle", "username", "user name", "user", "owner", "owner username", "account", "account username", "creator",
            "influencer", "author", "channel", "profile", "screen name", "usuario", "conta", "cuenta"),
    /** Where the creator publishes. */
    PLATFORM(false, "platform", "network", "social network", "plataforma", "plateforme"),
    /** What it says. */
    CAPTION(false, "caption", "post caption", "text", "description", "content", "message", "title and description", "tweet", "body",
            "post text", "full text", "legenda", "texto", "descripcion", "legende", "beschreibung", "didascalia"),
    /** Its hashtags, where they stand apart. */
    HASHTAGS(false, "hashtags", "hashtag", "tags"),
    /** When it was published. */
    POSTED_AT(false, "posted at", "posted on", "date", "post date", "published at", "published", "publish time", "publish date", "timestamp",
            "taken at", "taken at timestamp", "created at", "create time", "time", "datetime", "date posted", "upload date", "fecha", "data",
            "datum"),
    /** Likes. */
    LIKES(true, "likes", "like", "like num", "like count", "likes count", "num likes", "number of likes", "favorites", "favorite count",
            "digg count", "hearts", "curtidas", "me gusta", "j aime", "gefallt mir"),
    /** Comments. */
    COMMENTS(true, "comments", "comment", "comment num", "comment count", "comments count", "num comments", "number of comments", "replies",
            "reply count", "comentarios", "commentaires", "kommentare", "commenti"),
    /** Views or plays. */
    VIEWS(true, "views", "view count", "views count", "video views", "video view count", "plays", "play count", "video play count",
            "impressions", "visualizacoes", "visualizaciones", "vues", "aufrufe", "visualizzazioni"),
    /** Shares. */
    SHARES(true, "shares", "share count", "shares count", "retweets", "retweet count", "reposts", "compartilhamentos", "compartidos",
            "partages"),
    /** Bookmarks. */
    SAVES(true, "saves", "save count", "saved", "bookmarks", "bookmark count", "collect count", "salvamentos", "guardados");

    private final boolean isCount;
    private final Set<String> headers;

    PostColumn(boolean isCount, String... headers) {
        this.isCount = isCount;
        this.headers = Set.of(headers);
    }

    /** Whether its values are counts. */
    boolean isCount() {
        return isCount;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a header says that the column means. */
    static Optional<PostColumn> of(String header) {
        String folded = fold(header);
        return Arrays.stream(values()).filter(column -> column.headers.contains(folded)).findFirst();
    }

    /** A header in lower case, without accents, with single blanks between its words. */
    static String fold(String header) {
        String plain = Normalizer.normalize(header, Normalizer.Form.NFD);
        StringBuilder folded = new StringBuilder();
        char before = ' ';
        for (int i = 0; i < plain.length(); i++) {
            char letter = plain.charAt(i);
            boolean isHump = Character.isUpperCase(letter) && Character.isLowerCase(before);
            if (Character.isLetterOrDigit(letter)) {
                folded.append(isHump ? " " : "").append(Character.toLowerCase(letter));
            } else if (Character.getType(letter) != Character.NON_SPACING_MARK) {
                folded.append(' ');
            }
            before = letter;
        }
        return Arrays.stream(folded.toString().strip().split(" +")).collect(Collectors.joining(" "));
    }
}
