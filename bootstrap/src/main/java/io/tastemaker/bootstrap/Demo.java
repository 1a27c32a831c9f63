package io.tastemaker.bootstrap;

import io.tastemaker.application.briefing.MakeCampaign;
import io.tastemaker.application.matching.RankCreators;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.CreatorImport;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.matching.Ranking;
import io.tastemaker.domain.matching.SearchCriteria;
import io.tastemaker.domain.shared.ApiKeyId;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Plays the main job in the terminal: a list in, a campaign briefed, creators ranked, won, paid and measured, a file out. */
record Demo() implements Command {

    private static final long SAMPLE_CREATORS = 5_000;
    private static final int SHORTLIST = 10;
    private static final int DAYS_UNTIL_WORK = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(50);

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String usage() {
        return "demo [FILE] [--platform NAME] [--report FILE] | demo --billing";
    }

    @Override
    public String summary() {
        return "plays a whole campaign on a scratch store of its own: imports FILE (or a generated sample), briefs by chat, ranks, explains, unlocks,"
                + " invites, works, measures, and writes a workbook (tastemaker-demo.xlsx, or what --report names);"
                + " --billing buys a plan and credits from a simulator of Stripe instead";
    }

    @Override
    public int run(List<String> arguments, Map<String, String> environment, PrintStream out) {
        Arguments given = new Arguments(arguments, Set.of("platform", "report"), Set.of("billing"));
        Optional<Path> file = given.word(0).map(Path::of);
        file.filter(path -> !Files.isRegularFile(path)).ifPresent(path -> given.fault("there is no file " + path));
        Optional<Platform> platform = given.option("platform", "one of " + Imports.platforms(), code -> Coded.find(Platform.class, code));
        Path report = Path.of(given.option("report").orElse("tastemaker-demo.xlsx"));
        given.check(1);

        Path scratch = scratch();
        try {
            out.println("A scratch store, gone afterwards; your own data are not touched.");
            if (given.flag("billing")) {
                return DemoBilling.play(scratch, out) ? 0 : 1;
            }
            Settings settings = Settings.from(environment).forScratch(scratch);
            AheadOfTime clock = new AheadOfTime();
            try (Application application = new Application(settings, Store.open(settings), clock, UnaryOperator.identity());
                    Workers workers = new Workers(application.operations().runNextJob(), 1)) {
                Path list = file.orElseGet(() -> sample(scratch));
                Optional<Platform> where = file.isEmpty() ? Optional.empty() : platform.or(() -> guess(list));
                Team team = Teams.firstOrNew(application);
                return new Demo.Play(application, clock, team.id(), out).play(list, where, file, report) ? 0 : 1;
            }
        } finally {
            delete(scratch);
        }
    }

    /** One run of it. */
    private record Play(Application application, AheadOfTime clock, TeamId team, PrintStream out) {

        boolean play(Path list, Optional<Platform> platform, Optional<Path> given, Path file) {
            heading("1. Import " + list.getFileName() + platform.map(where -> " as a list of " + where.title()).orElse(""));
            if (!imported(list, platform)) {
                return false;
            }
            Actor staff = new Actor.Operator("demo", team);
            Ranking everybody = ranking(staff, SearchCriteria.on(application.clock().instant().atZone(ZoneOffset.UTC).toLocalDate()));
            if (everybody.total() == 0) {
                out.println("Nobody to rank.");
                return false;
            }

            heading("2. Brief a campaign, in your own words");
            List<String> messages = DemoBrief.of(everybody).messages(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
            MakeCampaign.Outcome.Made made = new DemoChat(application, staff, out).play(messages, SHORTLIST);

            heading("3. The shortlist");
            DemoReport report = new DemoReport(out);
            report.shortlist(made.page());

            heading("4. Why is this one not here?");
            report.explain(ranking(staff, made.criteria()), everybody, SHORTLIST);

            Actor manager = member(1);
            DemoCredits credits = new DemoCredits(application, manager, out);
            if (made.page().entries().size() >= SHORTLIST) {
                heading("5. Pay for what is worth it");
                credits.play(made.page().entries());
            }
            credits.upgrade();
            if (!made.page().entries().isEmpty()) {
                campaign(manager, made, file);
            }
            heading("10. The same over HTTP");
            report.curl(given, platform, messages);
            return true;
        }

        private void campaign(Actor manager, MakeCampaign.Outcome.Made made, Path file) {
            heading("6. Invite, and they answer");
            List<Creator> creators = new DemoInvitations(application, manager, out).play(made.campaign(), made.page());

            clock.moveOn(Duration.ofDays(DAYS_UNTIL_WORK));
            heading("7. " + DAYS_UNTIL_WORK + " days later: the work");
            new DemoWork(application, manager, member(2), out).play(made.campaign(), creators);

            heading("8. What came of it");
            DemoNumbers numbers = new DemoNumbers(application, manager, clock, out);
            numbers.measure(made.campaign(), creators);

            heading("9. Take it with you");
            numbers.export(made.campaign().id(), file);
        }

        private boolean imported(Path list, Optional<Platform> platform) {
            Actor staff = new Actor.Operator("demo", TeamId.CATALOGUE);
            Imports imports = new Imports(application, out);
            CreatorImport.Options options = new CreatorImport.Options(
                    platform, CreatorImport.OnDuplicate.UPDATE, Map.of(), Optional.of(ImportFile.dateOf(list)));
            return imports.report(staff, imports.run(staff, list, options), false);
        }

        private Ranking ranking(Actor actor, SearchCriteria criteria) {
            return expect(RankCreators.Outcome.Ranked.class,
                    application.matching().rankCreators().handle(new RankCreators.Query(actor, criteria, Set.of()))).ranking();
        }

        private Actor member(int number) {
            return new Actor.Key(new ApiKeyId(new UUID(0, number)), team, Role.MANAGER, EnumSet.allOf(Scope.class));
        }

        private void heading(String text) {
            out.println();
            out.println(text);
            out.println("-".repeat(text.length()));
        }
    }

    /** What has to come of it in a story that was thought out beforehand. */
    static <T> T expect(Class<T> wanted, Object outcome) {
        if (wanted.isInstance(outcome)) {
            return wanted.cast(outcome);
        }
        throw new IllegalStateException("the demo expected " + wanted.getSimpleName() + " and not " + outcome);
    }

    static void await(String what, BooleanSupplier happened) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new Failed("Waited " + PATIENCE.toSeconds() + " s for " + what + " in vain.");
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new Failed("interrupted", interrupted);
            }
        }
    }

    /** A file's name often says what its rows do not. */
    private static Optional<Platform> guess(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Stream.of(Platform.values()).filter(platform -> platform != Platform.X && name.contains(platform.code())).findFirst();
    }

    private static Path sample(Path directory) {
        Path file = directory.resolve("sample-creators.csv");
        try {
            WriteSample.write(file, SAMPLE_CREATORS, 1, LocalDate.now(ZoneOffset.UTC));
        } catch (IOException failure) {
            throw new Failed("cannot write " + file + ": " + failure.getMessage(), failure);
        }
        return file;
    }

    private static Path scratch() {
        try {
            return Files.createTempDirectory("tastemaker-demo");
        } catch (IOException failure) {
            throw new Failed("cannot make a scratch directory: " + failure.getMessage(), failure);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException failure) {
            throw new Failed("the scratch store could not be removed: " + directory, failure);
        }
    }
}
