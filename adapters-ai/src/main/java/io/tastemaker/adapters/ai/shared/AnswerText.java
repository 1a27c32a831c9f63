package io.tastemaker.adapters.ai.shared;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Makes a text of the bytes of an answer. What is wrong about an encoding is replaced: a text that is none any more is found out by whoever
 * reads it, and what is taken of an answer are numbers and words that we know.
 */
final class AnswerText {

    private static final Pattern CHARSET = Pattern.compile("(?i)\\bcharset\\s*=\\s*\"?([a-z0-9][a-z0-9.:_+-]{0,40})");
    private static final Pattern ZIPPED = Pattern.compile("(?i)\\s*(x-)?gzip\\s*");
    private static final String MARK = "\uFEFF";

    private AnswerText() {}

    /** Empty when it was packed wrongly, or is too long when it is unpacked; nobody asks for a packed answer, but some pack all the same. */
    static Optional<String> of(HttpHeaders headers, byte[] bytes, int most) {
        boolean zipped = headers.firstValue("Content-Encoding").filter(coding -> ZIPPED.matcher(coding).matches()).isPresent();
        return (zipped ? unzipped(bytes, most) : Optional.of(bytes))
                .map(plain -> new String(plain, charset(headers)))
                .map(text -> text.startsWith(MARK) ? text.substring(1) : text);
    }

    private static Charset charset(HttpHeaders headers) {
        return headers.firstValue("Content-Type").flatMap(type -> CHARSET.matcher(type).results().findFirst())
                .map(found -> found.group(1)).filter(Charset::isSupported).<Charset>map(Charset::forName).orElse(StandardCharsets.UTF_8);
    }

    private static Optional<byte[]> unzipped(byte[] bytes, int most) {
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return Optional.of(plain.readNBytes(most + 1)).filter(all -> all.length <= most);
        } catch (IOException broken) {
            return Optional.empty();
        }
    }
}
