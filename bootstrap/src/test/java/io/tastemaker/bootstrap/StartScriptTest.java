package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start script and its archive of classes, with a stand-in for the program. */
class StartScriptTest {

    private static final String AT_WORK = "at work\n";
    private static final String FROM_ARCHIVE = "io.tastemaker.bootstrap.StandIn source: shared objects file";

    @TempDir
    Path root;

    private Path jar;
    private Path archives;

    @BeforeEach
    void the_program_is_built() throws IOException {
        Files.createDirectories(root.resolve("bootstrap/target/tastemaker"));
        for (String script : List.of("run", "bootstrap/find-jdk", "bootstrap/java-options", "bootstrap/archive")) {
            Files.copy(Path.of("..").resolve(script), root.resolve(script), StandardCopyOption.COPY_ATTRIBUTES);
        }
        jar = root.resolve("bootstrap/target/tastemaker/tastemaker-program.jar");
        archives = root.resolve("bootstrap/target/archives");
        build(Instant.parse("2026-09-01T10:00:00.123Z"));
    }

    @Test
    void an_archive_is_made_once_and_used() throws IOException, InterruptedException {
        makeArchive();
        FileTime made = (FileTime) Files.getAttribute(archive(), "unix:ctime");
        makeArchive();

        assertThat(run("")).isEqualTo(AT_WORK);
        assertThat(loaded()).contains(FROM_ARCHIVE);
        assertThat(Files.getAttribute(archive(), "unix:ctime")).isEqualTo(made);
    }

    @Test
    void an_archive_holds_what_a_search_needs_and_its_log_no_key() throws IOException, InterruptedException {
        makeArchive();

        Path log = archive().resolveSibling(archive().getFileName().toString().replaceAll("\\.(aot|jsa)$", ".log"));
        assertThat(log).content().contains("asked: POST /api/v1/creators/search HTTP/1.1").doesNotContain("tmk_");
    }

    @Test
    void a_new_build_leaves_the_old_archive_and_gets_one_of_its_own() throws IOException, InterruptedException {
        makeArchive();
        build(Instant.parse("2026-08-01T10:00:00Z"));

        assertThat(bash("bootstrap/archive options \"$JAVA_HOME\" " + jar)).isEmpty();
        makeArchive();
        assertThat(loaded()).contains(FROM_ARCHIVE);
    }

    @Test
    void a_corrupt_archive_does_no_harm() throws IOException, InterruptedException {
        makeArchive();
        FileTime time = Files.getLastModifiedTime(archive());
        Files.write(archive(), new byte[100_000]);
        Files.setLastModifiedTime(archive(), time);

        assertThat(run("")).isEqualTo(AT_WORK);
    }

    @Test
    void the_options_of_the_user_win() throws IOException, InterruptedException {
        makeArchive();

        assertThat(run("-XX:+UseParallelGC -XX:-ExitOnOutOfMemoryError -XX:+PrintFlagsFinal")).contains(AT_WORK)
                .containsPattern("UseParallelGC += true").containsPattern("ExitOnOutOfMemoryError += false");
        assertThat(run("-Xshare:off")).isEqualTo(AT_WORK);
    }

    private void build(Instant time) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandIn.class.getName());
        String name = StandIn.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar); JarOutputStream entries = new JarOutputStream(file, manifest);
                InputStream code = StandIn.class.getClassLoader().getResourceAsStream(name)) {
            entries.putNextEntry(new JarEntry(name));
            code.transferTo(entries);
        }
        Files.setLastModifiedTime(jar, FileTime.from(time));
    }

    private void makeArchive() throws IOException, InterruptedException {
        assertThat(bash("bootstrap/archive make \"$JAVA_HOME\" " + jar)).isEmpty();
    }

    private Path archive() throws IOException {
        try (Stream<Path> files = Files.list(archives)) {
            List<Path> found = files.filter(file -> file.toString().matches(".*\\.(aot|jsa)")).toList();
            assertThat(found).hasSize(1);
            return found.getFirst();
        }
    }

    /** Where the classes came from. */
    private String loaded() throws IOException, InterruptedException {
        return run("-Xlog:class+load");
    }

    private String run(String options) throws IOException, InterruptedException {
        return bash("TASTEMAKER_JAVA_OPTIONS='" + options + "' ./run work");
    }

    /** What a command says, whether it goes well or wrong. */
    private String bash(String command) throws IOException, InterruptedException {
        Path said = root.resolve("said");
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", command).directory(root.toFile())
                .redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("TASTEMAKER_") || name.endsWith("_OPTIONS"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        int status = builder.start().waitFor();
        assertThat(status).as(Files.readString(said)).isZero();
        return Files.readString(said);
    }
}
