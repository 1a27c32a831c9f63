package io.tastemaker.domain.content;

import io.tastemaker.domain.shared.Platform;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the address of a post tells.
 *
 * @param platform where it stands
 * @param key the platform's id or short code
 * @param handle whose it is, where the address says so
 */
public record PostLink(Platform platform, String key, Optional<String> handle) {

    private record Form(Platform platform, Pattern pattern) {}

    private static final List<Form> FORMS = List.of(
            form(Platform.INSTAGRAM, "(?:www\\.|m\\.)?(?:instagram\\.com|instagr\\.am)/(?:(?!share/)(?<handle>[\\w.]{1,60})/)?"
                    + "(?:p|reel|reels|tv)/(?<key>[\\w-]{4,60})"),
            form(Platform.TIKTOK, "(?:www\\.|m\\.)?tiktok\\.com/@(?<handle>[\\w.-]{1,60})/(?:video|photo)/(?<key>\\d{5,30})"),
            form(Platform.YOUTUBE, "(?:www\\.|m\\.)?youtube\\.com/(?:watch\\?(?:.*&)?v=|shorts/|live/)(?<key>[\\w-]{6,30})(?<handle>)?"),
            form(Platform.YOUTUBE, "youtu\\.be/(?<key>[\\w-]{6,30})(?<handle>)?"),
            form(Platform.X, "(?:www\\.|mobile\\.)?(?:twitter|x)\\.com/(?:i(?:/web)?|(?<handle>\\w{1,30}))/status(?:es)?/(?<key>\\d{3,30})"),
            form(Platform.THREADS, "(?:www\\.)?threads\\.(?:net|com)/@(?<handle>[\\w.]{1,60})/post/(?<key>[\\w-]{4,60})"),
            form(Platform.FACEBOOK, "(?:www\\.|m\\.)?facebook\\.com/(?<handle>[\\w.-]{1,80})/(?:posts|videos)/(?<key>[\\w-]{4,80})"),
            form(Platform.PINTEREST, "(?:\\w+\\.)?pinterest\\.[a-z.]{2,6}/pin/(?<key>[\\w-]{4,80})(?<handle>)?"),
            form(Platform.TWITCH, "(?:www\\.)?twitch\\.tv/videos/(?<key>\\d{4,30})(?<handle>)?"));

    private static Form form(Platform platform, String rest) {
        return new Form(platform, Pattern.compile("(?i)(?:https?://)?" + rest + "(?:[/?&#].*)?"));
    }

    /**
     * Reads an address.
     *
     * @param url what was written, with or without a scheme
     * @return what it tells; empty when it is no known form of a post's address
     */
    public static Optional<PostLink> read(String url) {
        if (url.length() > 2_000) {
            return Optional.empty();
        }
        for (Form form : FORMS) {
            Matcher found = form.pattern().matcher(url);
            if (found.matches()) {
                return Optional.of(new PostLink(form.platform(), found.group("key"),
                        Optional.ofNullable(found.group("handle")).filter(handle -> !handle.isEmpty())));
            }
        }
        return Optional.empty();
    }
}
