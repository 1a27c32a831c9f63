package io.tastemaker.adapters.http.shared;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** Names a file that is downloaded, whatever somebody called it. */
public final class Attachment {

    /** The header. */
    public static final String HEADER = "Content-Disposition";

    private static final int MOST_CHARACTERS = 120;
    private static final String OTHERWISE = "download";
    /** What divides paths or drives, what some system forbids in names, and what cannot be seen or turns text around. */
    private static final Pattern UNFIT = Pattern.compile(
            "([/\\\\:*?\"<>|%;,\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]|\\.{2,})+");
    private static final Pattern SAYS_NOTHING = Pattern.compile("[\\s._]*");
    private static final Pattern EDGES = Pattern.compile("^[\\s.]+|[\\s.]+$");
    private static final Pattern NOT_PLAIN = Pattern.compile("[^A-Za-z0-9._-]+");

    private Attachment() {}

    /**
     * The header of a download (RFC 6266): a plain name for every client, and the whole one for those who know UTF-8.
     *
     * @param name what the file is called, whoever said so
     * @return a value that is one line of ASCII and leads into no other folder
     */
    public static String named(String name) {
        String clean = clean(name);
        String plain = NOT_PLAIN.matcher(Normalizer.normalize(clean, Normalizer.Form.NFD).replaceAll("\\p{M}+", "")).replaceAll("_");
        return "attachment; filename=\"" + (SAYS_NOTHING.matcher(plain).matches() ? OTHERWISE : plain) + "\"; filename*=UTF-8''" + percent(clean);
    }

    private static String clean(String name) {
        String fit = UNFIT.matcher(Normalizer.normalize(name, Normalizer.Form.NFC)).replaceAll("_");
        String inner = EDGES.matcher(fit).replaceAll("");
        int[] kept = inner.codePoints().limit(MOST_CHARACTERS).toArray();
        String clean = EDGES.matcher(new String(kept, 0, kept.length)).replaceAll("");
        return SAYS_NOTHING.matcher(clean).matches() ? OTHERWISE : clean;
    }

    private static String percent(String name) {
        StringBuilder coded = new StringBuilder();
        for (byte unit : name.getBytes(StandardCharsets.UTF_8)) {
            char plain = (char) (unit & 0xFF);
            if (plain < 0x80 && (Character.isLetterOrDigit(plain) || "._-".indexOf(plain) >= 0)) {
                coded.append(plain);
            } else {
                coded.append('%').append(String.format("%02X", unit & 0xFF));
            }
        }
        return coded.toString();
    }
}
