package io.tastemaker.domain.shared;

import java.util.Locale;

/** Where a creator publishes. The order is part of stored snapshots: append, never reorder. */
public enum Platform implements Coded {
    /** Instagram. */
    INSTAGRAM("Instagram"),
    /** TikTok. */
    TIKTOK("TikTok"),
    /** YouTube. */
    YOUTUBE("YouTube"),
    /** Facebook. */
    FACEBOOK("Facebook"),
    /** X, formerly Twitter. */
    X("X"),
    /** Threads. */
    THREADS("Threads"),
    /** Twitch. */
    TWITCH("Twitch"),
    /** Snapchat. */
    SNAPCHAT("Snapchat"),
    /** Pinterest. */
    PINTEREST("Pinterest"),
    /** LinkedIn. */
    LINKEDIN("LinkedIn");

    private final String code = name().toLowerCase(Locale.ROOT);
    private final String title;

    Platform(String title) {
        this.title = title;
    }

    /**
     * The name as people write it.
     *
     * @return such as {@code YouTube}
     */
    public String title() {
        return title;
    }

    @Override
    public String code() {
        return code;
    }
}
