package io.tastemaker.bootstrap;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Runs commands on a store as a person would. */
final class CommandLine {

    private final Map<String, String> settings;

    CommandLine(Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
    }

    /** The exit status and all that was said. */
    String said(String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int status = Main.run(List.of(arguments), settings, out, out);
        return status + " " + bytes.toString(StandardCharsets.UTF_8);
    }

    /** The id of a new team. */
    String newTeam(String name) {
        return said("team", "add", name).split(" ")[2];
    }
}
