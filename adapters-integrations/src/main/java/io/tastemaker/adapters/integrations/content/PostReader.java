package io.tastemaker.adapters.integrations.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tastemaker.domain.content.Counts;
import io.tastemaker.domain.content.PostDraft;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A post while it is taken over from an answer: what its shape finds is set, then it is made. */
final class PostReader {

    private static final long MOST_VIEWS = 100_000_000_000L;
    private static final int LONGEST_CAPTION = 10_000;
    private static final int LONGEST_WORD = 200;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.:-]{1,100}");
    private static final Pattern PAGE = Pattern.compile("(?i)(?:https?://)?(?:www\\.)?instagram\\.com/(?:[^/?#]+/)?(?:p|reel|reels|tv)/"
            + "(?<code>[A-Za-z0-9_-]{1,64})(?:[/?#].*)?");

    private final Values values;
    private final Map<String, String> raw = new LinkedHashMap<>();
    private Optional<String> code = Optional.empty();
    private Optional<String> id = Optional.empty();
    private Optional<String> url = Optional.empty();
    private Optional<Instant> postedAt = Optional.empty();
    private Optional<String> caption = Optional.empty();
    private JsonNode likes = MissingNode.getInstance();
    private JsonNode comments = MissingNode.getInstance();
    private JsonNode views = MissingNode.getInstance();

    PostReader(Values values) {
        this.values = values;
    }

    PostReader code(JsonNode node) {
        code = values.name(node, "the short code of a post", CODE);
        return this;
    }

    PostReader id(JsonNode node) {
        id = values.name(node, "the id of a post", ID);
        return this;
    }

    /** The address of its page, which has its short code in it. */
    PostReader page(JsonNode node) {
        url = values.address(node, "the address of a post");
        code = code.or(() -> url.map(PAGE::matcher).filter(Matcher::matches).map(page -> page.group("code")));
        return this;
    }

    PostReader postedAt(JsonNode node) {
        postedAt = values.moment(node, "the time of a post");
        return this;
    }

    PostReader caption(JsonNode node) {
        caption = values.lines(node, "the caption of a post", LONGEST_CAPTION);
        return this;
    }

    PostReader counts(JsonNode ofLikes, JsonNode ofComments, JsonNode ofViews) {
        likes = ofLikes;
        comments = ofComments;
        views = ofViews;
        return this;
    }

    /** Something else that it says of itself, a word, a number or yes or no. */
    PostReader besides(String name, JsonNode node) {
        if (node.isValueNode() && !node.isNull()) {
            String text = node.isTextual() ? values.text(node, "a post's " + name, LONGEST_WORD).orElse("") : node.asText();
            if (!text.isEmpty() && text.length() <= LONGEST_WORD) {
                raw.put(name, text);
            }
        }
        return this;
    }

    /** Empty when nothing tells it from others. */
    Optional<PostDraft> post() {
        id.filter(known -> code.isPresent()).ifPresent(known -> raw.put("id", known));
        Counts counts = new Counts(values.count(likes, "likes of a post", ProfileDraft.MOST_PEOPLE),
                values.count(comments, "comments of a post", ProfileDraft.MOST_PEOPLE), values.count(views, "views of a post", MOST_VIEWS),
                Optional.empty(), Optional.empty());
        Optional<String> address = url.or(() -> code.map(known -> "https://www.instagram.com/p/" + known + "/"));
        return code.or(() -> id).or(this::hash).map(key -> new PostDraft(key, address, postedAt, caption.orElse(""), counts, raw));
    }

    private Optional<String> hash() {
        String content = url.orElse("") + "\n" + postedAt.map(Instant::toString).orElse("") + "\n" + caption.orElse("");
        return content.isBlank() ? Optional.empty() : Optional.of("content-" + sha256(content));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
