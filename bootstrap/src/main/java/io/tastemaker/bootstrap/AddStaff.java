package io.tastemaker.bootstrap;

import io.tastemaker.application.identity.AddOperator;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.shared.TeamId;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes an account of the platform's staff. */
record AddStaff() implements Command {

    @Override
    public String name() {
        return "operator";
    }

    @Override
    public String usage() {
        return "operator add EMAIL [--name TEXT]";
    }

    @Override
    public String summary() {
        return "makes an account of the platform's staff and prints its password once; nothing else makes one";
    }

    @Override
    public int run(List<String> arguments, Map<String, String> environment, PrintStream out) {
        Arguments given = new Arguments(arguments, Set.of("name"));
        if (!given.word(0).equals(Optional.of("add"))) {
            given.fault("'operator' knows one thing to do: add");
        }
        String address = given.word(1, "an e-mail address");
        Optional<EmailAddress> email = EmailAddress.read(address);
        if (email.isEmpty()) {
            given.fault("'" + address + "' is no e-mail address");
        }
        String name = given.option("name").orElse("Operator");
        given.check(2);
        Settings settings = Settings.from(environment);
        try (Application application = new Application(settings, Store.open(settings))) {
            AddOperator.Command command = new AddOperator.Command(
                    new Actor.Operator("command-line", TeamId.CATALOGUE), email.orElseThrow(), name);
            return switch (application.people().teams().addOperator().handle(command)) {
                case AddOperator.Outcome.Added added -> {
                    out.println("Operator " + added.user().id() + ". The password, shown this once; change it after the first sign-in:");
                    out.println(added.password());
                    yield 0;
                }
                case AddOperator.Outcome.AddressTaken taken -> throw new Failed("There is an account with this address.");
            };
        } catch (IllegalArgumentException fault) {
            throw new Failed(fault.getMessage(), fault);
        }
    }
}
