package io.tastemaker.domain.creators;

import io.tastemaker.domain.shared.Characters;
import io.tastemaker.domain.shared.Platform;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A handle as a list gives it: bare, behind an {@code @}, at the end of a display name, or in a profile's address.
 *
 * @param name the handle's text, as {@link Handle#read} takes it
 * @param platform where, when an address says so
 * @param title the display name that stood before it, when one did
 */
record HandleText(String name, Optional<Platform> platform, Optional<String> title) {

    private static final Pattern BARE = Pattern.compile("@?[\\p{L}\\p{M}\\p{N}._-]*[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._-]*");
    private static final Pattern BEHIND_NAME = Pattern.compile("(?<title>.+?)[\\s(\\[|:/-]*"
            + "@(?<name>[\\p{L}\\p{N}._-]*[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*)[)\\]]?");
    private static final Pattern ADDRESS = Pattern.compile("(?i)(?:https?://)?(?:[a-z]{1,3}\\.)?(?<site>instagram|tiktok|youtube"
            + "|facebook|twitter|x|threads|twitch|snapchat|pinterest|linkedin)\\.(?:com|net|tv)"
            + "/(?:c/|user/|channel/|add/|in/|company/|stories/)?@?(?<name>[^/?#\\s]+)(?:[/?#].*)?");
    /** Longer texts are neither handles nor addresses; the limit also keeps the patterns quick on hostile input. */
    private static final int LONGEST = 400;
    private static final List<String> NOT_PROFILES = List.of("watch", "playlist", "p", "reel", "reels", "explore", "results", "hashtag",
            "tag", "shorts", "video", "status", "i", "profile.php", "pin", "videos");
    private static final List<String> NO_HANDLES = List.of("null", "none", "nan", "undefined");

    /** Reads an address, a handle behind a name, or a bare handle; empty for anything else, such as a name with blanks. */
    static Optional<HandleText> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Optional<HandleText> address = address(text);
        if (address.isPresent()) {
            return address;
        }
        if (BARE.matcher(text).matches()) {
            return NO_HANDLES.contains(text.toLowerCase(Locale.ROOT)) ? Optional.empty() : Optional.of(new HandleText(text,
                    Optional.empty(), Optional.empty()));
        }
        Matcher behind = BEHIND_NAME.matcher(text);
        if (text.indexOf('@') > 0 && behind.matches()) {
            return Optional.of(new HandleText(behind.group("name"), Optional.empty(), Optional.of(behind.group("title"))));
        }
        return Optional.empty();
    }

    /** Reads a profile's address. */
    static Optional<HandleText> address(String text) {
        if (text.indexOf('/') < 0 || text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher address = ADDRESS.matcher(text);
        if (!address.matches() || NOT_PROFILES.contains(address.group("name").toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        Platform platform = switch (address.group("site").toLowerCase(Locale.ROOT)) {
            case "twitter", "x" -> Platform.X;
            case String site -> Platform.valueOf(site.toUpperCase(Locale.ROOT));
        };
        return Optional.of(new HandleText(address.group("name"), Optional.of(platform), Optional.empty()));
    }

    /**
     * A handle made of a display name where a list has no handles: compatibility forms unfolded (NFKC), lower case, every run of other
     * characters one hyphen, none at the ends. A name without a letter or digit gives its code points ({@code u1f525}); a long
     * one is cut and ends in a hash of the whole. The same name always gives the same handle.
     */
    static Handle inferred(Platform platform, String name) {
        String head = name.length() <= LONGEST ? name : name.substring(0, LONGEST);
        String folded = Normalizer.normalize(Normalizer.normalize(head, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT),
                Normalizer.Form.NFC);
        String bare = folded.replaceAll("[^\\p{L}\\p{M}\\p{N}._]+", "-").replaceAll("^[-._\\p{M}]+|[-._]+$", "");
        if (bare.isEmpty()) {
            StringBuilder points = new StringBuilder();
            name.codePoints().filter(c -> !Character.isWhitespace(c)).forEach(c -> points.append(points.isEmpty() ? "u" : "-")
                    .append(Integer.toHexString(c)));
            bare = points.toString();
        }
        if (Characters.count(bare) > Handle.LONGEST) {
            String start = bare.substring(0, bare.offsetByCodePoints(0, Handle.LONGEST - 9)).replaceAll("[-._]+$", "");
            bare = start + "-" + String.format(Locale.ROOT, "%08x", name.hashCode());
        }
        return Handle.read(platform, bare).orElseThrow();
    }
}
