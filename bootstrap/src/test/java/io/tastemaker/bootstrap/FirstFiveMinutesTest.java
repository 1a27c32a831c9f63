package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of README, as they are printed there, against a running server. */
class FirstFiveMinutesTest {

    private static final Pattern STORY = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);

    @TempDir
    static Path directory;

    @BeforeAll
    static void this_machine_has_curl() throws IOException, InterruptedException {
        assumeTrue(status("command -v curl") == 0, "there is no curl here");
    }

    private static int status(String command) throws IOException, InterruptedException {
        return new ProcessBuilder("bash", "-c", command).start().waitFor();
    }

    @Test
    void curl_alone_takes_a_person_from_sign_up_to_a_second_member_who_is_a_manager() throws IOException, InterruptedException {
        Settings settings = Settings.from(Map.of()).forScratch(directory.resolve("data"));
        try (Server server = Server.start(settings)) {
            String story = story().replace("http://127.0.0.1:8080", server.address());
            Path out = directory.resolve("said");
            Process told = inDirectory(List.of("bash", "-c", "set -e; " + story), settings, out).start();
            assertThat(told.waitFor()).as(Files.readString(out)).isZero();

            List<String> answers = Files.readString(out).replace("}{", "}\n{").lines().toList();
            JsonNode members = JsonMapper.builder().build().readTree(answers.getLast()).path("items");
            assertThat(members.findValuesAsText("email")).containsExactlyInAnyOrder("ana@example.com", "ben@example.com");
            assertThat(members.findValuesAsText("role")).containsExactlyInAnyOrder("owner", "manager");
        }
    }

    private static String story() throws IOException {
        Matcher story = STORY.matcher(Files.readString(Path.of("../README.md")));
        assertThat(story.find()).as("README's story").isTrue();
        return story.group(1);
    }

    /** Where './run' is this program on this data directory. */
    private static ProcessBuilder inDirectory(List<String> command, Settings settings, Path out) throws IOException {
        Path run = directory.resolve("run");
        Files.writeString(run, "#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin", "java") + "' -cp '"
                + System.getProperty("java.class.path") + "' " + Main.class.getName() + " \"$@\"\n");
        Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwx------"));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile())
                .redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("TASTEMAKER_"));
        builder.environment().put("TASTEMAKER_DATA_DIR", settings.dataDirectory().toString());
        return builder;
    }
}
