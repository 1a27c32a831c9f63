package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.integrations.operations.MailFolder;
import io.tastemaker.application.shared.Letter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadMailTest {

    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");

    @TempDir
    Path directory;

    @Test
    void an_empty_mailbox_says_so() {
        assertThat(said("mail")).isEqualTo("0 There are no letters.\n");
    }

    @Test
    void letters_are_listed_the_newest_last() {
        twoLetters();

        assertThat(said("mail")).isEqualTo("""
                0    1  2026-09-01T12:00:00Z  ana@example.com  Confirm your address
                   2  2026-09-01T12:00:01Z  ben@example.com  Grüße
                """);
    }

    @Test
    void a_letter_is_printed_by_its_number() {
        twoLetters();

        assertThat(said("mail", "2")).isEqualTo("0 Date: 2026-09-01T12:00:01Z\nTo: ben@example.com\nSubject: Grüße\n\nno link here\n");
    }

    @Test
    void the_latest_to_somebody_is_found_and_its_link() {
        twoLetters();

        assertThat(said("mail", "latest")).contains("To: ben@example.com");
        assertThat(said("mail", "latest", "--to", "Ana@example.com", "--link")).isEqualTo("0 http://127.0.0.1:8080/verify#abc\n");
    }

    @Test
    void what_is_not_there_is_said() {
        twoLetters();

        assertThat(said("mail", "3")).startsWith("1 There is no such letter");
        assertThat(said("mail", "latest", "--to", "nobody@example.com")).startsWith("1 There is no such letter");
        assertThat(said("mail", "2", "--link")).startsWith("1 There is no link");
    }

    @Test
    void arguments_that_are_not_understood_are_refused() {
        assertThat(said("mail", "newest")).startsWith("2 ");
        assertThat(said("mail", "--link")).startsWith("2 --link needs a letter");
        assertThat(said("mail", "0")).startsWith("2 ");
    }

    @Test
    void a_letter_that_is_on_its_way_is_waited_for() {
        try (ExecutorService reader = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<String> link = CompletableFuture.supplyAsync(
                    () -> said("mail", "latest", "--to", "ana@example.com", "--link", "--wait", "30"), reader);
            twoLetters();
            assertThat(link.join()).isEqualTo("0 http://127.0.0.1:8080/verify#abc\n");
        }
    }

    private void twoLetters() {
        new MailFolder(directory.resolve("mail"), InstantSource.fixed(NOON)).deliver("a-1",
                new Letter("ana@example.com", "Confirm your address", "Hello Ana,\n\nhttp://127.0.0.1:8080/verify#abc\n\nhttp://other.example\n"));
        new MailFolder(directory.resolve("mail"), InstantSource.fixed(NOON.plusSeconds(1))).deliver("a-2",
                new Letter("ben@example.com", "Grüße", "no link here\n"));
    }

    private String said(String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int status = Main.run(List.of(arguments), Map.of("TASTEMAKER_DATA_DIR", directory.toString()), out, out);
        return status + " " + bytes.toString(StandardCharsets.UTF_8);
    }
}
