package io.tastemaker.domain.briefing;

import io.tastemaker.domain.shared.Platform;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Platforms by the names people give them, in jest and in haste. */
final class PlatformWords {

    private static final Phrases<Platform> NAMES = Phrases.of("""
            INSTAGRAM: instagram, insta, ig, instagramm, insta gram, instagramer, instagramers, instagrammer, instagrammers, instagrameurs, reels, \
            ig reels, insta reels, instagram reels, ig stories, \u0627\u0646\u0633\u062a\u063a\u0631\u0627\u0645, \
            \u0627\u0646\u0633\u062a\u0642\u0631\u0627\u0645, \u0907\u0902\u0938\u094d\u091f\u093e\u0917\u094d\u0930\u093e\u092e, \
            \u0438\u043d\u0441\u0442\u0430\u0433\u0440\u0430\u043c
            TIKTOK: tiktok, tik tok, tiktoks, tik toks, tt, tiktoker, tiktokers, tiktokker, tiktokkers, tik tokers, tiktokeros, tiktokero, tiktokeur, \
            tiktokeurs, tic tok, tick tock, tictok, tiktock, ticktock, ticktok, tok tok, douyin, \u062a\u064a\u0643 \u062a\u0648\u0643, \
            \u091f\u093f\u0915\u091f\u0949\u0915
            YOUTUBE: youtube, you tube, yt, utube, u tube, youtuber, youtubers, youtubeurs, youtubeur, youtuberin, youtube shorts, yt shorts, youtub, \
            \u064a\u0648\u062a\u064a\u0648\u0628, \u092f\u0942\u091f\u094d\u092f\u0942\u092c
            FACEBOOK: facebook, fb, face book, facebuk, meta, facebook reels
            X: twitter, x twitter, twitter x, tweeters, x formerly twitter, ex twitter, formerly twitter
            TWITCH: twitch, twitch tv, twitch streamers
            SNAPCHAT: snapchat, snap chat, snap
            PINTEREST: pinterest, pintrest, pinterst
            LINKEDIN: linkedin, linked in, linkdin, linkedn
            """, Platform::valueOf);

    /** Names that are words as well: read only beside another platform or where platforms are spoken of. */
    private static final Phrases<Platform> WORDS = Phrases.of("""
            X: x
            THREADS: threads
            """, Platform::valueOf);

    private static final List<String> TYPED = List.of("instagram", "tiktok", "youtube", "facebook", "twitter", "snapchat", "pinterest", "linkedin");

    /** Where nobody can be found here. */
    static final Phrases<String> ELSEWHERE = Phrases.of("elsewhere: whatsapp, telegram, reddit, bluesky, discord, spotify, kwai, kick, bereal, weibo, "
            + "wechat, xiaohongshu, rednote, vk, tumblr, clubhouse, lemon8, mastodon, "
            + "substack, patreon, onlyfans, vimeo, line, kakaotalk", text -> text);

    private PlatformWords() {}

    static Optional<Phrases.Hit<Platform>> at(Sheet sheet, int i, boolean asked) {
        Optional<Phrases.Hit<Platform>> named = NAMES.at(sheet, i);
        if (named.isPresent()) {
            return named.filter(hit -> !sheet.at(i).is("meta") || sheet.isCapital(i) && !Set.of("la", "nuestra", "a", "nossa",
                    "meta").contains(sheet.near(i - 1).word()) && isSpokenOf(sheet, i, i + 1))
                    .filter(hit -> !sheet.at(i).is("snap") || asked || isSpokenOf(sheet, i, i + 1) || sheet.isCapital(i));
        }
        Optional<Phrases.Hit<Platform>> word = WORDS.at(sheet, i);
        if (word.isPresent()) {
            boolean grown = sheet.near(i - 1).is(Token.Kind.NUMBER) || sheet.near(i + 1).is(Token.Kind.NUMBER);
            return word.filter(hit -> !grown && (asked || isSpokenOf(sheet, i, hit.end())));
        }
        return typed(sheet, i);
    }

    private static boolean isSpokenOf(Sheet sheet, int start, int end) {
        String before = sheet.near(start - 1).word();
        boolean listed = Set.of(",", "and", "&", "/", "+", "y", "e", "und", "et", "or").contains(before) && isName(sheet, start - 2)
                || Set.of(",", "and", "&", "/", "+", "y", "e", "und", "et", "or").contains(sheet.near(end).word()) && isName(sheet, end + 1);
        boolean led = Set.of("on", "auf", "sur", "su", "no", "en", "add", "not", "drop", "remove", "platform", "platforms", "without", "use", "em", "via",
                "also", "only", "or", "and").contains(before)
                && (sheet.isCapital(start) || listed);
        return listed || led || sheet.near(start - 1).is(":") || sheet.near(end).is("(");
    }

    private static boolean isName(Sheet sheet, int i) {
        return i >= 0 && i < sheet.size() && (NAMES.at(sheet, i).isPresent() || NAMES.before(sheet, i + 1).isPresent());
    }

    /** A slip of one or two keys in a long name. */
    private static Optional<Phrases.Hit<Platform>> typed(Sheet sheet, int i) {
        String word = sheet.at(i).word();
        if (!sheet.at(i).is(Token.Kind.WORD) || word.length() < 6) {
            return Optional.empty();
        }
        return TYPED.stream().filter(name -> word.charAt(0) == name.charAt(0) && Slips.between(word, name) <= (name.length() >= 8 ? 2 : 1)).findFirst()
                .map(name -> new Phrases.Hit<>(NAMES.find(name).orElseThrow(), i, i + 1));
    }

    static List<Platform> all() {
        return Arrays.asList(Platform.values());
    }
}
