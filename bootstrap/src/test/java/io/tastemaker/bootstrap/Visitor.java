package io.tastemaker.bootstrap;

import io.tastemaker.adapters.integrations.operations.MailFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody without a key at the door of a running program, who reads the mail that is sent there. */
final class Visitor {

    static final String PASSWORD = "correct horse battery";

    private static final Pattern LINK = Pattern.compile("https?://\\S+#\\S+");
    private static final Duration LONG = Duration.ofSeconds(30);

    private final String address;
    private final MailFolder mailbox;
    private final HttpClient client;

    Visitor(Server server) {
        this(server.address(), server.application().settings().mailDirectory(), client());
    }

    private Visitor(String address, Path mail, HttpClient client) {
        this.address = address;
        this.mailbox = new MailFolder(mail, InstantSource.system());
        this.client = client;
    }

    /** A visitor of a program elsewhere. */
    static Visitor of(String address, Path mail) {
        return new Visitor(address, mail, client());
    }

    /** Comes from another address of this machine: 127.0.0.2, 127.0.0.3 and so on. */
    static Visitor from(int number, Server server) {
        try {
            InetAddress own = InetAddress.getByAddress(new byte[] {127, 0, (byte) (number >> 8), (byte) number});
            return new Visitor(server.address(), server.application().settings().mailDirectory(),
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).localAddress(own).connectTimeout(LONG).build());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LONG).build();
    }

    HttpResponse<String> signUp(String email) {
        return post("/auth/signup", "{\"email\":\"%s\",\"password\":\"%s\",\"full_name\":\"Ana Lima\",\"company_name\":\"Lima Studio\"}"
                .formatted(email, PASSWORD));
    }

    /** The link in a letter to an address; waits for it. */
    String link(String email) {
        return link(email, "");
    }

    /** The link to a page in a letter to an address; waits for it. */
    String link(String email, String page) {
        return Patience.until("a letter to " + email, LONG, () -> mailbox.letters().stream()
                .filter(received -> received.letter().to().equals(email))
                .map(received -> LINK.matcher(received.letter().text()))
                .filter(link -> link.find() && link.group().contains(page))
                .map(Matcher::group)
                .findFirst());
    }

    HttpResponse<String> confirm(String link) {
        return post("/auth/verify-email", "{\"token\":\"" + link.substring(link.indexOf('#') + 1) + "\"}");
    }

    /** Signs up, opens the letter and is signed in. */
    HttpResponse<String> member(String email) {
        signUp(email);
        return confirm(link(email));
    }

    HttpResponse<String> logIn(String email, String password) {
        return post("/auth/login", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
    }

    HttpResponse<String> refresh(String token) {
        return post("/auth/refresh", "{\"refresh_token\":\"" + token + "\"}");
    }

    HttpResponse<String> post(String path, String json) {
        return send(request("/api/v1" + path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> as(String token, String method, String path, String json) {
        HttpRequest.Builder request = request("/api/v1" + path).header("Authorization", "Bearer " + token);
        return json.isEmpty()
                ? send(request.method(method, BodyPublishers.noBody()))
                : send(request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(json)));
    }

    HttpResponse<String> open(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).timeout(LONG));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(LONG);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
