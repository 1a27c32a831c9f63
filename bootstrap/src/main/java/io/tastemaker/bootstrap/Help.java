package io.tastemaker.bootstrap;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists the commands and the settings. */
record Help(List<Command> commands) implements Command {

    @Override
    public String name() {
        return "help";
    }

    @Override
    public String usage() {
        return "help";
    }

    @Override
    public String summary() {
        return "lists the commands and the settings";
    }

    @Override
    public int run(List<String> arguments, Map<String, String> environment, PrintStream out) {
        new Arguments(arguments, Set.of()).check(0);
        out.println("./run                starts the server");
        for (Command command : commands) {
            out.println();
            out.println("./run " + command.usage());
            out.println("    " + command.summary());
        }
        out.println();
        out.println("Settings (environment variables):");
        for (Setting setting : Setting.values()) {
            out.println();
            out.println(setting.variable() + setting.byDefault().map(value -> " (" + value + ")").orElse(""));
            out.println("    " + setting.meaning());
        }
        return 0;
    }
}
