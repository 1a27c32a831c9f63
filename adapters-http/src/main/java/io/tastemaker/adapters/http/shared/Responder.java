package io.tastemaker.adapters.http.shared;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes replies: headers, conditional answers, compression, events. */
final class Responder {

    private static final int MOST_DRAINED = 4 << 20;

    private final Duration heartbeat;

    Responder(Duration heartbeat) {
        this.heartbeat = heartbeat;
    }

    void write(Reply reply, HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (reply) {
            case Problem problem -> {
                byte[] document = Problems.document(problem, Edge.requestId(request.getAttribute(Edge.requestIdAttribute())));
                send(problem.code().status(), problem.headers(), Problems.MEDIA_TYPE, new Body(document), request, response);
            }
            case Answer answer when isUnchanged(answer, request) ->
                send(304, answer.headers(), answer.contentType(), answer.content(), request, response);
            case Answer answer -> send(answer.status(), answer.headers(), answer.contentType(), answer.content(), request, response);
            case Download download -> send(download, request, response);
            case LineStream lines -> send(lines, request, response);
            case EventStream stream -> stream(stream, response);
        }
    }

    private static boolean isUnchanged(Answer answer, HttpServletRequest request) {
        String known = request.getHeader("If-None-Match");
        if (answer.status() != 200 || known == null || answer.etag().isEmpty() || !isRead(request)) {
            return false;
        }
        String etag = answer.etag().get();
        return Arrays.stream(known.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag));
    }

    private static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static void send(
            int status,
            Map<String, String> headers,
            String contentType,
            Body body,
            HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        if (!isSpent(request)) {
            response.setHeader("Connection", "close");
        }
        response.setStatus(status);
        headers.forEach(response::setHeader);
        if (status == 204 || status == 304) {
            return;
        }
        response.setContentType(contentType);
        byte[] sent = body.plain();
        if (body.isPackable()) {
            response.addHeader("Vary", "Accept-Encoding");
            if (acceptsGzip(request.getHeader("Accept-Encoding"))) {
                sent = body.packed();
                response.setHeader("Content-Encoding", "gzip");
            }
        }
        response.setContentLength(sent.length);
        response.getOutputStream().write(sent);
    }

    /**
     * Reads what is left of a body that nobody wanted, so that the next request on the connection begins where it should. A client that
     * waits for a go-ahead, sends too much or too slowly loses the connection instead.
     */
    private static boolean isSpent(HttpServletRequest request) {
        boolean hasBody = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        if (!hasBody) {
            return true;
        }
        if (request.getHeader("Expect") != null || request.getContentLengthLong() > MOST_DRAINED) {
            return false;
        }
        try {
            ServletInputStream rest = request.getInputStream();
            if (rest.isFinished()) {
                return true;
            }
            byte[] buffer = new byte[8_192];
            int drained = 0;
            for (int read = rest.read(buffer); read >= 0 && drained <= MOST_DRAINED; read = rest.read(buffer)) {
                drained += read;
            }
            return drained <= MOST_DRAINED;
        } catch (IOException gone) {
            return false;
        }
    }

    private static boolean acceptsGzip(String accepted) {
        return accepted != null && Arrays.stream(accepted.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .anyMatch(coding -> coding.startsWith("gzip") && !coding.matches("gzip\\s*;\\s*q=0(\\.0*)?"));
    }

    /** A file that ends too early is cut off: the client sees that it lacks something. */
    private static void send(Download download, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(200);
        response.setContentType(download.contentType());
        response.setHeader(Attachment.HEADER, Attachment.named(download.name()));
        response.setContentLengthLong(download.bytes());
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        ServletOutputStream out = response.getOutputStream();
        Optional<byte[]> piece = download.content().piece(0);
        for (int number = 1; piece.isPresent(); number++) {
            out.write(piece.get());
            piece = download.content().piece(number);
        }
    }

    /** A list that breaks off is cut off: the client sees that it lacks something. */
    private static void send(LineStream lines, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            List<?> some = lines.source().next();
            response.setStatus(200);
            response.setContentType(LineStream.MEDIA_TYPE);
            ServletOutputStream out = response.getOutputStream();
            while (!some.isEmpty() && !request.getMethod().equals("HEAD")) {
                for (Object record : some) {
                    out.write(Json.bytes(record));
                    out.write('\n');
                }
                out.flush();
                some = lines.source().next();
            }
        } finally {
            lines.atEnd().run();
        }
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
