package io.tastemaker.bootstrap;

import io.tastemaker.application.campaigns.CreateCampaign;
import io.tastemaker.application.campaigns.MatchCampaign;
import io.tastemaker.application.creators.ShowCreatorImport;
import io.tastemaker.application.matching.PayForRanking;
import io.tastemaker.application.matching.RankCreators;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.creators.CreatorImport;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.matching.Ranking;
import io.tastemaker.domain.matching.SearchCriteria;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Plays the main job in the terminal: a list in, a campaign briefed, creators ranked, a score explained. */
record Demo() implements Command {

    private static final long SAMPLE_CREATORS = 5_000;
    private static final int SHORTLIST = 10;

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String usage() {
        return "demo [FILE] [--platform NAME] | demo --billing";
    }

    @Override
    public String summary() {
        return "plays the main job on a scratch store of its own: imports FILE (or a generated sample), briefs a campaign, ranks, explains, unlocks;"
                + " --billing buys a plan and credits from a simulator of Stripe instead";
    }

    @Override
    public int run(List<String> arguments, Map<String, String> environment, PrintStream out) {
        Arguments given = new Arguments(arguments, Set.of("platform"), Set.of("billing"));
        Optional<Path> file = given.word(0).map(Path::of);
        file.filter(path -> !Files.isRegularFile(path)).ifPresent(path -> given.fault("there is no file " + path));
        Optional<Platform> platform = given.option("platform", "one of " + Imports.platforms(), code -> Coded.find(Platform.class, code));
        given.check(1);

        Path scratch = scratch();
        try {
            out.println("A scratch store, gone afterwards; your own data are not touched.");
            if (given.flag("billing")) {
                return DemoBilling.play(scratch, out) ? 0 : 1;
            }
            Settings settings = Settings.from(environment).forScratch(scratch);
            try (Application application = new Application(settings, Store.open(settings));
                    Workers workers = new Workers(application.operations().runNextJob(), 1)) {
                Team team = Teams.firstOrNew(application);
                Path list = file.orElseGet(() -> sample(scratch));
                Optional<Platform> where = file.isEmpty() ? Optional.empty() : platform.or(() -> guess(list));
                boolean played = play(application, team, list, where, out, file);
                return played ? 0 : 1;
            }
        } finally {
            delete(scratch);
        }
    }

    private static boolean play(Application application, Team team, Path list, Optional<Platform> platform, PrintStream out,
            Optional<Path> given) {
        heading(out, "1. Import " + list.getFileName() + platform.map(where -> " as a list of " + where.title()).orElse(""));
        Actor actor = new Actor.Operator("demo", team.id());
        Actor staff = new Actor.Operator("demo", TeamId.CATALOGUE);
        Imports imports = new Imports(application, out);
        CreatorImport.Options options = new CreatorImport.Options(
                platform, CreatorImport.OnDuplicate.UPDATE, Map.of(), Optional.of(ImportFile.dateOf(list)));
        ShowCreatorImport.Shown shown = imports.run(staff, list, options);
        if (!imports.report(staff, shown, false)) {
            return false;
        }
        Ranking everybody = everybody(application, actor);
        if (everybody.total() == 0) {
            out.println("Nobody to rank.");
            return false;
        }

        heading(out, "2. Brief a campaign");
        DemoBrief brief = DemoBrief.of(everybody);
        Campaign campaign = switch (application.campaigns().createCampaign()
                .handle(new CreateCampaign.Command(actor, brief.name(), brief.brief()))) {
            case CreateCampaign.Outcome.Created created -> created.campaign();
            case CreateCampaign.Outcome.PlanRequired required -> throw new IllegalStateException("for operators everything is open: " + required);
        };
        out.println("  " + brief.inWords());

        heading(out, "3. The shortlist");
        MatchCampaign.Command match = new MatchCampaign.Command(actor, campaign.id(), List.of(), Set.of(), true, SHORTLIST,
                PayForRanking.Terms.ANY);
        MatchCampaign.Outcome.Matched matched = switch (application.campaigns().matchCampaign().handle(match)) {
            case MatchCampaign.Outcome.Matched found -> found;
            case MatchCampaign.Outcome.Foreseen foreseen -> throw new IllegalStateException("it was no question: " + foreseen);
            case MatchCampaign.Outcome.Refused refused -> throw new IllegalStateException("operators pay nothing: " + refused);
            case MatchCampaign.Outcome.UnknownCreators unknown -> throw new IllegalStateException("nobody was named: " + unknown);
        };
        DemoReport report = new DemoReport(out);
        report.shortlist(matched);

        heading(out, "4. Why is this one not here?");
        Ranking ranking = ranking(application, actor, matched.criteria());
        report.explain(ranking, everybody, SHORTLIST);

        if (matched.page().entries().size() >= SHORTLIST) {
            heading(out, "5. Pay for what is worth it");
            new DemoCredits(application, team.id(), out).play(matched.page().entries());
        }

        heading(out, "6. The same over HTTP");
        report.curl(given, platform, brief);
        return true;
    }

    private static Ranking everybody(Application application, Actor actor) {
        return ranking(application, actor, SearchCriteria.on(application.clock().instant().atZone(ZoneOffset.UTC).toLocalDate()));
    }

    private static Ranking ranking(Application application, Actor actor, SearchCriteria criteria) {
        return switch (application.matching().rankCreators().handle(new RankCreators.Query(actor, criteria, Set.of()))) {
            case RankCreators.Outcome.Ranked ranked -> ranked.ranking();
            case RankCreators.Outcome.UnknownCreators unknown -> throw new IllegalStateException("nobody was named: " + unknown);
        };
    }

    private static void heading(PrintStream out, String text) {
        out.println();
        out.println(text);
        out.println("-".repeat(text.length()));
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
