package io.tastemaker.adapters.http.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartCompliance;
import org.eclipse.jetty.io.Content;

/** Reads {@code multipart/form-data}: the part {@code file} goes to disk as it comes, the part {@code options} is a small JSON document. */
final class Multipart implements MultiPart.Parser.Listener, AutoCloseable {

    static final String MEDIA_TYPE = "multipart/form-data";

    private static final int MOST_PARTS = 10;

    private final HttpSettings settings;
    private final List<Fault> faults;
    private final Map<String, String> headers = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final ByteArrayOutputStream options = new ByteArrayOutputStream();
    private final MessageDigest checksum = sha256();
    private String part = "";
    private String fileName = "";
    private Optional<Path> file = Optional.empty();
    private Optional<OutputStream> out = Optional.empty();
    private long bytes;
    private boolean complete;

    /** What came. */
    record Form(Optional<Upload> file, byte[] options) {}

    private Multipart(HttpSettings settings, List<Fault> faults) {
        this.settings = settings;
        this.faults = faults;
    }

    static Form read(HttpServletRequest request, HttpSettings settings, List<Fault> faults) throws IOException {
        String boundary = MultiPart.extractBoundary(request.getContentType());
        if (boundary == null || boundary.isEmpty() || boundary.length() > 70) {
            throw malformed("the boundary is missing or longer than 70 characters");
        }
        Multipart listener = new Multipart(settings, faults);
        try (listener) {
            MultiPart.Parser parser = new MultiPart.Parser(boundary, MultiPartCompliance.RFC7578, listener);
            parser.setMaxParts(MOST_PARTS);
            feed(parser, request.getInputStream(), settings.uploadLimit(), listener);
            return listener.form();
        } catch (IOException | RuntimeException failed) {
            listener.close();
            listener.file.ifPresent(Multipart::delete);
            throw failed;
        }
    }

    private static void feed(MultiPart.Parser parser, InputStream in, long limit, Multipart listener) throws IOException {
        byte[] buffer = new byte[65_536];
        long total = 0;
        for (int read = in.read(buffer); read >= 0 && !listener.complete; read = in.read(buffer)) {
            total += read;
            if (total > limit) {
                throw Reader.tooLarge(limit);
            }
            parser.parse(Content.Chunk.from(ByteBuffer.wrap(buffer, 0, read), false));
        }
        if (!listener.complete) {
            parser.parse(Content.Chunk.EOF);
        }
    }

    private Form form() throws IOException {
        close();
        if (!complete) {
            throw malformed("it ends before the closing boundary");
        }
        if (file.isEmpty()) {
            faults.add(new Fault(ProblemCode.INVALID_FIELD, "#/file", "the part file is required"));
        }
        byte[] json = seen.contains("options") ? options.toByteArray() : "{}".getBytes(StandardCharsets.UTF_8);
        return new Form(file.map(path -> new Upload(path, fileName, bytes, HexFormat.of().formatHex(checksum.digest()))), json);
    }

    @Override
    public void onPartBegin() {
        headers.clear();
        part = "";
    }

    @Override
    public void onPartHeader(String name, String value) {
        headers.put(name.toLowerCase(Locale.ROOT), value);
    }

    @Override
    public void onPartHeaders() {
        Map<String, String> disposition = disposition(headers.getOrDefault("content-disposition", ""));
        part = disposition.getOrDefault("name", "");
        if (!seen.add(part)) {
            faults.add(new Fault(ProblemCode.INVALID_FIELD, "#/" + StrictJson.escape(part), "must come once"));
            part = "again";
        } else if (part.equals("file")) {
            fileName = plainName(disposition.getOrDefault("filename", ""));
            open();
        } else if (!part.equals("options")) {
            faults.add(new Fault(ProblemCode.UNKNOWN_FIELD, "#/" + StrictJson.escape(part), "unknown part; allowed: file, options"));
        }
    }

    @Override
    public void onPartContent(Content.Chunk chunk) {
        ByteBuffer content = chunk.getByteBuffer();
        byte[] piece = new byte[content.remaining()];
        content.get(piece);
        if (part.equals("file") && out.isPresent()) {
            write(piece);
        } else if (part.equals("options")) {
            if (options.size() + piece.length > Reader.MOST_BODY) {
                throw Reader.tooLarge(Reader.MOST_BODY);
            }
            options.writeBytes(piece);
        }
    }

    @Override
    public void onComplete() {
        complete = true;
    }

    @Override
    public void onFailure(Throwable failure) {
        switch (failure) {
            case Problem.Raised ours -> throw ours;
            case UncheckedIOException ours -> throw ours;
            default -> throw malformed("it breaks the rules of RFC 7578, or has more than " + MOST_PARTS + " parts");
        }
    }

    private void open() {
        try {
            Files.createDirectories(settings.uploads());
            Path path = Files.createTempFile(settings.uploads(), "upload-", ".part");
            file = Optional.of(path);
            out = Optional.of(Files.newOutputStream(path));
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the upload folder cannot be written", unwritable);
        }
    }

    private void write(byte[] piece) {
        try {
            out.orElseThrow().write(piece);
            checksum.update(piece);
            bytes += piece.length;
        } catch (IOException full) {
            throw new UncheckedIOException("the upload cannot be written", full);
        }
    }

    @Override
    public void close() throws IOException {
        if (out.isPresent()) {
            OutputStream open = out.get();
            out = Optional.empty();
            open.close();
        }
    }

    static void discard(Upload upload) {
        delete(upload.file());
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException stuck) {
            throw new UncheckedIOException("an upload cannot be deleted", stuck);
        }
    }

    /** {@code form-data; name="file"; filename="a \"b\".csv"}. */
    private static Map<String, String> disposition(String header) {
        Map<String, String> parameters = new HashMap<>();
        int i = header.indexOf(';');
        while (i >= 0 && i < header.length()) {
            int equals = header.indexOf('=', i);
            if (equals < 0) {
                break;
            }
            String name = header.substring(i + 1, equals).strip().toLowerCase(Locale.ROOT);
            StringBuilder value = new StringBuilder();
            int at = equals + 1;
            if (at < header.length() && header.charAt(at) == '"') {
                for (at++; at < header.length() && header.charAt(at) != '"'; at++) {
                    boolean escaped = header.charAt(at) == '\\' && at + 1 < header.length();
                    value.append(header.charAt(escaped ? ++at : at));
                }
                i = header.indexOf(';', at);
            } else {
                i = header.indexOf(';', at);
                value.append(header, at, i < 0 ? header.length() : i);
            }
            parameters.putIfAbsent(name, value.toString().strip());
        }
        return parameters;
    }

    private static String plainName(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cntrl}\\p{Cs}]", "").strip();
        String shorter = clean.substring(0, Math.min(clean.length(), 200));
        return shorter.isEmpty() ? "upload" : shorter;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static RuntimeException malformed(String why) {
        return Problem.of(ProblemCode.MALFORMED_MULTIPART, "The multipart body cannot be read: " + why + ".").asException();
    }
}
