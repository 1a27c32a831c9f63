package io.tastemaker.adapters.http;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends lists of posts to a program, as a caller would. */
final class PostLists {

    private static final String BOUNDARY = "frontier";

    private final Program program;
    private final AtomicInteger sent = new AtomicInteger();

    PostLists(Program program) {
        this.program = program;
    }

    /** The answer to a list sent by somebody under a key of its own. */
    HttpResponse<String> send(String credential, String options, String list) {
        return send(credential, "list-" + sent.incrementAndGet(), options, list);
    }

    HttpResponse<String> send(String credential, String idempotencyKey, String options, String list) {
        String body = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"posts.csv\"\r\n\r\n" + list
                + "\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"options\"\r\n\r\n" + options + "\r\n--" + BOUNDARY + "--\r\n";
        return program.server().send(program.server().bare("/api/v1/posts/imports").header("X-Api-Key", credential)
                .header("Idempotency-Key", idempotencyKey).header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A list of so many posts of an account of Instagram, a day apart, is sent, imported and not read. */
    void imported(String credential, String scope, String handle, int count) {
        StringBuilder list = new StringBuilder("id,caption,likes,comments,date\n");
        for (int number = 1; number <= count; number++) {
            list.append("%1$s%2$03d,this is a lovely lipstick %2$d #look,%2$d00,%2$d,2026-01-%3$02d\n".formatted(handle, number, 1 + number % 28));
        }
        HttpResponse<String> taken = send(credential, "{\"platform\":\"instagram\",\"creator\":\"" + handle + "\",\"scope\":\"" + scope + "\"}",
                list.toString());
        if (taken.statusCode() != 202) {
            throw new AssertionError(taken.body());
        }
        program.work();
    }
}
