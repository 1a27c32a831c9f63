package io.tastemaker.bootstrap;

import io.tastemaker.application.creators.ShowCreatorImport;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.creators.CreatorImport;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Imports a list of creators. */
record ImportFile() implements Command {

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String usage() {
        return "import FILE [--platform NAME] [--team ID | --team operator] [--as-of YYYY-MM-DD] [--on-duplicate update|skip]"
                + " [--columns fact=Header,...] [--faults all]";
    }

    @Override
    public String summary() {
        return "imports a list for the first team, for another, or as operator into the shared catalogue, and prints the report;"
                + " works beside a running server";
    }

    @Override
    public int run(List<String> arguments, Map<String, String> environment, PrintStream out) {
        Arguments given = new Arguments(arguments, Set.of("platform", "team", "as-of", "on-duplicate", "columns", "faults"));
        Path file = Path.of(given.word(0, "the file"));
        if (given.word(0).isPresent() && !Files.isRegularFile(file)) {
            given.fault("there is no file " + file);
        }
        Optional<Platform> platform = given.option("platform", "one of " + Imports.platforms(), code -> Coded.find(Platform.class, code));
        Optional<TeamId> team = given.option("team", "a team's id, or 'operator'", Teams::read);
        Optional<Instant> asOf = given.option("as-of", "a day such as 2022-06-30", ImportFile::day);
        CreatorImport.OnDuplicate onDuplicate = given.option("on-duplicate", "update or skip",
                code -> Coded.find(CreatorImport.OnDuplicate.class, code)).orElse(CreatorImport.OnDuplicate.UPDATE);
        Map<String, String> columns = given.option("columns", "fact=Header, and more after commas", Imports::columns).orElse(Map.of());
        boolean allFaults = given.option("faults", "all", word -> word.equals("all") ? Optional.of(true) : Optional.empty()).orElse(false);
        given.check(1);
        CreatorImport.Options options = new CreatorImport.Options(platform, onDuplicate, columns, asOf.or(() -> Optional.of(dateOf(file))));

        Settings settings = Settings.from(environment);
        try (Application application = new Application(settings, Store.open(settings));
                Workers workers = new Workers(application.operations().runNextJob(), 1)) {
            TeamId owner = team.orElseGet(() -> Teams.firstOrNew(application).id());
            Actor operator = new Actor.Operator("command-line", owner);
            Imports imports = new Imports(application, out);
            ShowCreatorImport.Shown shown = imports.run(operator, file, options);
            return imports.report(operator, shown, allFaults) ? 0 : 1;
        }
    }

    static Instant dateOf(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.SECONDS);
        } catch (IOException failure) {
            throw new Failed("Cannot read " + file + ": " + failure.getMessage(), failure);
        }
    }

    static Optional<Instant> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
