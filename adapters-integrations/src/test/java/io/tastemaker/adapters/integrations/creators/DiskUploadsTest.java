package io.tastemaker.adapters.integrations.creators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.creators.out.Uploads;
import io.tastemaker.application.creators.out.UploadsContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskUploadsTest extends UploadsContract {

    @TempDir
    private Path directory;

    private Uploads uploads;

    @BeforeEach
    void open() {
        uploads = new DiskUploads(directory.resolve("uploads"));
    }

    @Override
    protected Uploads uploads() {
        return uploads;
    }

    @Override
    protected int filesKept() {
        try (Stream<Path> files = Files.list(directory.resolve("uploads"))) {
            return (int) files.count();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void what_a_killed_program_left_half_written_is_cleared_at_the_next_start() throws IOException {
        Files.writeString(directory.resolve("uploads").resolve("0123.part"), "half");

        new DiskUploads(directory.resolve("uploads"));

        assertThat(filesKept()).isZero();
    }

    @Test
    void a_key_never_leads_out_of_the_directory() throws IOException {
        Path precious = Files.writeString(directory.resolve("precious"), "x");

        assertThatThrownBy(() -> uploads.delete("../precious")).isInstanceOf(IllegalArgumentException.class);
        assertThat(precious).exists();
    }
}
