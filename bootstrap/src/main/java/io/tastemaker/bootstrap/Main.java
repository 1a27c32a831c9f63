package io.tastemaker.bootstrap;

import io.tastemaker.domain.access.Refusal;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The start: reads the settings, finds the command and runs it. Exit status 0 is success, 1 a failure, 2 a command that was not understood. */
public final class Main {

    private static final Map<String, Command> COMMANDS = commands();

    private Main() {}

    /** Runs the program. */
    public static void main(String[] arguments) {
        System.exit(run(Arrays.asList(arguments), System.getenv(), System.out, System.err));
    }

    /**
     * Runs a command within this process.
     *
     * @param arguments the command and what it is given
     * @param environment the settings, by the names of the environment variables
     * @param out for what the command says
     * @param err for what went wrong
     * @return the exit status
     */
    public static int run(List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        String name = arguments.isEmpty() ? "serve" : arguments.getFirst();
        Command command = COMMANDS.get(name);
        if (command == null) {
            err.println("There is no command '" + name + "'. './run help' lists them.");
            return 2;
        }
        if (!(command instanceof Serve) && System.getProperty("tastemaker.log.level") == null) {
            System.setProperty("tastemaker.log.level", "WARN"); // a command speaks to a person; read when the log is set up
        }
        List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        try {
            return command.run(rest, environment, out);
        } catch (Arguments.Faulty faulty) {
            err.println(faulty.getMessage());
            err.println("Usage: ./run " + command.usage());
            return 2;
        } catch (Settings.Faulty | Store.Unsafe | Server.ForeignKeys refused) {
            err.println(refused.getMessage());
            return 1;
        } catch (Refusal.Unavailable unavailable) {
            err.println("The " + unavailable.dependency() + " cannot be reached. Is it running, and are the settings right?");
            return 1;
        } catch (UncheckedIOException failure) {
            err.println(failure.getMessage() + ". The settings say where data and port are; './run help' lists them.");
            return 1;
        } catch (Command.Failed failed) {
            err.println(failed.getMessage());
            return 1;
        }
    }

    private static Map<String, Command> commands() {
        Map<String, Command> commands = new TreeMap<>();
        for (Command command : List.of(new Serve(), new Demo(), new ImportFile(), new AddKey(), new AddTeam(), new AddStaff(), new WriteSample(),
                new ReadMail(), new VerifyAudit(), new VerifyLedgers(), new TeamPlan(), new ReconcileBilling(), new ImportPostsFile(), new Analyse())) {
            commands.put(command.name(), command);
        }
        commands.put("help", new Help(List.copyOf(commands.values())));
        return commands;
    }
}
