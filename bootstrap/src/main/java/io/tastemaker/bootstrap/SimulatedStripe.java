package io.tastemaker.bootstrap;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The simulator of Stripe as a program of its own, and a hand on what happens there. It is built from the tests of the billing adapter. */
final class SimulatedStripe implements AutoCloseable {

    private static final String READY = "simulator ready ";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Process process;
    private final URI address;
    private final HttpClient client = HttpClient.newHttpClient();

    private SimulatedStripe(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Starts it with the libraries of this program; plans and what they cost a month, in cents. */
    static SimulatedStripe start(String key, Map<String, Long> prices) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path") + File.pathSeparator + jar(),
                "io.tastemaker.adapters.billing.simulator.SimulatorMain", "--key", key, "--sign-by", "own-clock"));
        prices.forEach((plan, cents) -> command.addAll(List.of("--price", price(plan) + "=" + cents + "=usd=" + plan)));
        try {
            Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
            String ready = Optional.ofNullable(lines.readLine()).filter(line -> line.startsWith(READY))
                    .orElseThrow(() -> new Command.Failed("The simulator of Stripe did not start."));
            return new SimulatedStripe(process, URI.create(ready.substring(READY.length()).strip()));
        } catch (IOException failure) {
            throw new Command.Failed("The simulator of Stripe cannot be started: " + failure.getMessage(), failure);
        }
    }

    private static Path jar() {
        Path folder = Path.of(System.getProperty("tastemaker.home", "")).toAbsolutePath().resolve("adapters-billing/target");
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return files.filter(file -> file.getFileName().toString().endsWith("-simulator.jar")).findFirst().orElseThrow(() ->
                    new Command.Failed("The simulator of Stripe belongs to the sources: build them with 'mvn package -DskipTests'."));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What the price of a plan is called there. */
    static String price(String plan) {
        return "price_" + plan;
    }

    URI address() {
        return address;
    }

    /** Pays a checkout as somebody does who opens its page. */
    void pay(URI page) {
        send(HttpRequest.newBuilder(page).POST(HttpRequest.BodyPublishers.noBody()).build());
    }

    /** Makes something happen there. */
    String happen(String what, String json) {
        return send(HttpRequest.newBuilder(address.resolve("/_sim/" + what)).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)).build());
    }

    private String send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 400) {
                throw new IllegalStateException(request.uri() + " answered " + response.statusCode() + ": " + response.body());
            }
            return response.body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Command.Failed("interrupted", interrupted);
        }
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
