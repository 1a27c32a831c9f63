package io.tastemaker.domain.measurement;

import java.util.List;
import java.util.Locale;

/**
 * Which calls of a tracked link are clicks of people: rule {@value #VERSION}.
 *
 * <p>A call is none when it only looks (the method HEAD), when a browser fetches the page before anybody asked for it (the headers
 * {@code Purpose}, {@code Sec-Purpose}, {@code X-Purpose} or {@code X-Moz} say prefetch, prerender or preview), when it does not say what makes
 * it, or when that is a program: its {@code User-Agent} has one of the words below. They are those by which crawlers, makers of previews in
 * chats and mail, monitors and libraries name themselves. Who hides behind the name of a browser is counted; who comes twice is counted twice,
 * because to tell people apart one would have to remember them.
 */
public final class ClickRule {

    /** The version of the rule. */
    public static final String VERSION = "counted_clicks@1";

    private static final List<String> PROGRAMS = List.of("bot", "crawl", "spider", "slurp", "preview", "scan", "monitor", "headless", "lighthouse",
            "facebookexternalhit", "facebookcatalog", "meta-external", "whatsapp", "telegram", "skypeuri", "discord", "slack", "embedly", "vkshare",
            "linkedin", "pinterest/", "curl", "wget", "httpie", "python", "java/", "go-http", "okhttp", "axios", "node-fetch", "undici", "ruby",
            "perl", "php/", "postman", "insomnia", "apache-httpclient", "libwww", "fetch/", "validator", "proofpoint", "barracuda", "mimecast");

    private ClickRule() {}

    /**
     * Decides.
     *
     * @param userAgent what the caller calls itself, empty when it does not say
     * @param isPreliminary whether it only looks, or fetches beforehand
     * @return whether it counts
     */
    public static boolean counts(String userAgent, boolean isPreliminary) {
        String name = userAgent.toLowerCase(Locale.ROOT);
        return !isPreliminary && !name.isBlank() && PROGRAMS.stream().noneMatch(name::contains);
    }
}
