package io.tastemaker.adapters.integrations.operations;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.operations.out.MailTransport;
import io.tastemaker.application.operations.out.MailTransportContract;
import io.tastemaker.application.shared.Letter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailFolderTest extends MailTransportContract {

    private static final Letter LETTER = new Letter("ana@example.com", "Hello", "text\n");

    @TempDir
    Path directory;

    @Override
    protected MailTransport transport() {
        return folder();
    }

    @Override
    protected List<Arrived> arrived() {
        return folder().letters().stream().map(received -> new Arrived(received.messageId(), received.letter())).toList();
    }

    @Test
    void the_same_letter_twice_is_one_file() throws IOException {
        folder().deliver("a-1", LETTER);
        folder().deliver("a-1", LETTER);
        assertThat(files()).containsExactly("a-1.eml");
    }

    @Test
    void letters_are_private() throws IOException {
        folder().deliver("a-1", LETTER);
        Path mail = directory.resolve("mail");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(mail))).isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(mail.resolve("a-1.eml")))).isEqualTo("rw-------");
    }

    @Test
    void a_letter_tells_when_it_came() {
        folder().deliver("a-1", LETTER);
        assertThat(folder().letters()).extracting(MailFolder.Received::time).containsExactly(NOON);
    }

    @Test
    void a_half_written_letter_is_not_listed() throws IOException {
        folder().deliver("a-1", LETTER);
        Files.writeString(directory.resolve("mail").resolve("a-2.eml123.half"), "Date: ");
        assertThat(folder().letters()).hasSize(1);
    }

    @Test
    void an_empty_mailbox_has_no_letters() {
        assertThat(folder().letters()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../a", "a/b", "a b", "a\u0000", "."})
    void a_name_that_is_no_id_is_refused(String name) {
        assertThatThrownBy(() -> folder().deliver(name, LETTER)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_mailbox_that_cannot_be_written_fails_and_may_be_tried_again() throws IOException {
        Files.writeString(directory.resolve("mail"), "a file in the way");
        assertThat(folder().deliver("a-1", LETTER)).isInstanceOf(MailTransport.Delivery.Failed.class);
    }

    private MailFolder folder() {
        return new MailFolder(directory.resolve("mail"), InstantSource.fixed(NOON));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("mail"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
