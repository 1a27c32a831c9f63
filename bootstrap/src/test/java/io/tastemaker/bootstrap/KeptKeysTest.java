package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.persistence.shared.SecureTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptKeysTest {

    @TempDir
    Path directory;

    @Test
    void a_key_is_made_once_and_kept() {
        Secret made = keys().key("token");

        assertThat(made.decoded()).hasSize(32);
        assertThat(keys().key("token")).isEqualTo(made);
        assertThat(keys().key("secret")).isNotEqualTo(made);
    }

    @Test
    void a_key_is_private_and_nothing_else_is_left() throws IOException {
        keys().key("token");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("data/token.key")))).isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(directory.resolve("data"))) {
            assertThat(files).containsExactly(directory.resolve("data/token.key"));
        }
    }

    @Test
    void programs_that_start_at_once_agree_on_a_key() {
        try (ExecutorService programs = Executors.newFixedThreadPool(8)) {
            List<CompletableFuture<Secret>> made = IntStream.range(0, 8)
                    .mapToObj(program -> CompletableFuture.supplyAsync(() -> keys().key("token"), programs)).toList();
            assertThat(made.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        }
    }

    private KeptKeys keys() {
        return new KeptKeys(directory.resolve("data"), new SecureTokens());
    }
}
