package io.tastemaker.adapters.http.shared;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Writes replies: headers, conditional answers, compression, events. */
final class Responder {

    private static final int LEAST_COMPRESSED = 1_024;

    private final Duration heartbeat;

    Responder(Duration heartbeat) {
        this.heartbeat = heartbeat;
    }

    void write(Reply reply, HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (reply) {
            case Problem problem -> {
                byte[] document = Problems.document(problem, Edge.requestId(request.getAttribute(Edge.requestIdAttribute())));
                send(problem.code().status(), problem.headers(), Problems.MEDIA_TYPE, document, request, response);
            }
            case Answer answer when isUnchanged(answer, request) ->
                send(304, answer.headers(), answer.contentType(), new byte[0], request, response);
            case Answer answer -> send(answer.status(), answer.headers(), answer.contentType(), answer.body(), request, response);
            case EventStream stream -> stream(stream, response);
        }
    }

    private static boolean isUnchanged(Answer answer, HttpServletRequest request) {
        String known = request.getHeader("If-None-Match");
        if (answer.status() != 200 || known == null || answer.etag().isEmpty() || !request.getMethod().equals("GET")) {
            return false;
        }
        String etag = answer.etag().get();
        return Arrays.stream(known.split(",")).map(String::strip).anyMatch(tag -> tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag));
    }

    private static void send(
            int status, Map<String, String> headers, String contentType, byte[] body, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(status);
        headers.forEach(response::setHeader);
        if (status == 204 || status == 304) {
            return;
        }
        response.setContentType(contentType);
        byte[] sent = body;
        if (body.length > LEAST_COMPRESSED) {
            response.addHeader("Vary", "Accept-Encoding");
            if (acceptsGzip(request.getHeader("Accept-Encoding"))) {
                sent = gzip(body);
                response.setHeader("Content-Encoding", "gzip");
            }
        }
        response.setContentLength(sent.length);
        response.getOutputStream().write(sent);
    }

    private static boolean acceptsGzip(String accepted) {
        return accepted != null && Arrays.stream(accepted.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .anyMatch(coding -> coding.startsWith("gzip") && !coding.matches("gzip\\s*;\\s*q=0(\\.0*)?"));
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        }
        return packed.toByteArray();
    }

    private void stream(EventStream stream, HttpServletResponse response) throws IOException {
        try {
            response.setContentType(EventStream.MEDIA_TYPE);
            response.setCharacterEncoding("utf-8");
            ServletOutputStream out = response.getOutputStream();
            out.flush();
            while (true) {
                switch (stream.source().next(heartbeat)) {
                    case EventStream.Signal.Next next -> out.write(event(next));
                    case EventStream.Signal.Quiet() -> out.write(": still here\n\n".getBytes(StandardCharsets.UTF_8));
                    case EventStream.Signal.End() -> {
                        return;
                    }
                }
                out.flush();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (IOException gone) {
            throw new ClientGone(gone);
        } finally {
            stream.atEnd().run();
        }
    }

    private static byte[] event(EventStream.Signal.Next next) {
        String data = new String(Json.bytes(next.data()), StandardCharsets.UTF_8);
        return ("id: " + next.id() + "\nevent: " + next.event() + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Nobody is left to answer. */
    static final class ClientGone extends UncheckedIOException {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        ClientGone(IOException cause) {
            super(cause);
        }
    }
}
