package io.tastemaker.bootstrap;

import io.tastemaker.adapters.ai.content.CategoryFiles;
import io.tastemaker.adapters.ai.content.ChatAnalyst;
import io.tastemaker.adapters.ai.content.InferenceAnalyst;
import io.tastemaker.adapters.ai.content.LinguaLanguages;
import io.tastemaker.adapters.ai.content.LocalModels;
import io.tastemaker.adapters.ai.content.SentimentFiles;
import io.tastemaker.adapters.integrations.content.DecodoSource;
import io.tastemaker.adapters.integrations.content.UnconfiguredSource;
import io.tastemaker.adapters.persistence.content.CaffeineReadings;
import io.tastemaker.adapters.persistence.content.JooqContentAnalyses;
import io.tastemaker.adapters.persistence.content.JooqContentProfiles;
import io.tastemaker.adapters.persistence.content.JooqPostImports;
import io.tastemaker.adapters.persistence.content.JooqPosts;
import io.tastemaker.adapters.persistence.content.JooqSourceStates;
import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.application.content.AnalystUse;
import io.tastemaker.application.content.ContentUseCases;
import io.tastemaker.application.content.ListModels;
import io.tastemaker.application.content.out.ContentAnalyst;
import io.tastemaker.application.content.out.CreatorSource;
import io.tastemaker.application.creators.CreatorUseCases;
import io.tastemaker.application.creators.out.ListFiles;
import io.tastemaker.application.creators.out.Uploads;
import io.tastemaker.application.operations.out.HealthProbe;
import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.application.operations.out.Meter;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.wallets.WalletUseCases;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.content.Model;
import io.tastemaker.domain.content.Task;
import io.tastemaker.domain.operations.Health;
import io.tastemaker.domain.shared.TeamId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Content intelligence, wired: with the analysts that are chosen, and with the source of profiles that is set. */
final class Analysing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Analysing.class);
    private static final Actor PROGRAM = new Actor.System("content", TeamId.CATALOGUE);

    /** Their shares of the health score. */
    private static final int ANALYST = 15;
    private static final int SOURCE = 15;

    private static final LinguaLanguages LANGUAGES = new LinguaLanguages();

    /** Built once in a process, when the first text is read: it takes a second. */
    private static final class Lexicons {
        static final ContentUseCases.Rules RULES = new ContentUseCases.Rules(SentimentFiles.load(), CategoryFiles.load());
    }

    private final List<AutoCloseable> closed = new ArrayList<>();
    private final List<ContentAnalyst> models = new ArrayList<>();
    private final CaffeineReadings known = new CaffeineReadings();
    private final CreatorSource source;
    private final JooqContentProfiles profiles;
    private final ContentUseCases useCases;

    Analysing(ContentSettings settings, JooqTransactions transactions, AcrossTeams acrossTeams, Jobs jobs, Uploads uploads, ListFiles files,
            CreatorUseCases creators, WalletUseCases wallets, Ids ids, InstantSource clock) {
        settings.analysts().forEach(kind -> choose(kind, settings, clock));
        this.source = settings.decodo().<CreatorSource>map(decodo -> closing(new DecodoSource(decodo, clock))).orElseGet(UnconfiguredSource::new);
        this.profiles = new JooqContentProfiles(transactions, acrossTeams);
        ContentUseCases.Stores stores = new ContentUseCases.Stores(new JooqPosts(transactions), new JooqPostImports(transactions),
                profiles, new JooqContentAnalyses(transactions),
                new JooqSourceStates(transactions, acrossTeams), uploads, files);
        this.useCases = new ContentUseCases(transactions, jobs, stores,
                new ContentUseCases.Readers(models, LANGUAGES, () -> Lexicons.RULES, known, source), creators, wallets,
                ids, clock);
    }

    private void choose(ContentSettings.Kind kind, ContentSettings settings, InstantSource clock) {
        switch (kind) {
            case CHAT -> models.add(closing(new ChatAnalyst(settings.chat().orElseThrow(), clock)));
            case INFERENCE -> settings.inference().forEach((task, endpoint) ->
                    models.add(closing(new InferenceAnalyst(task, endpoint, "latest", clock))));
            case LOCAL -> {
                switch (LocalModels.open(settings.models().orElseThrow(), clock)) {
                    case LocalModels.Opened.Open(LocalModels local) -> models.addAll(closing(local).analysts());
                    case LocalModels.Opened.Faulty(List<String> faults) -> {
                        close();
                        throw new Settings.Faulty(faults.stream().map(fault -> Setting.MODELS_DIR.variable() + ": " + fault).toList());
                    }
                    case LocalModels.Opened.Unsupported(String reason) -> LOG.error("local models cannot run here, so others read: {}", reason);
                }
            }
        }
    }

    private <T extends AutoCloseable> T closing(T part) {
        closed.add(part);
        return part;
    }

    /** Loads what the first text would wait for, a second or two, where anybody has posts: who never has a text read holds no models. */
    void warmUp() {
        if (profiles.isAny()) {
            LANGUAGES.load();
            LOG.info("texts are read by {}; word lists {}", told(), Lexicons.RULES.category().version());
        } else {
            LOG.info("texts will be read by {}", told());
        }
    }

    ContentUseCases useCases() {
        return useCases;
    }

    /** Whether there is anywhere to fetch profiles. */
    boolean fetches() {
        return !source.platforms().isEmpty();
    }

    List<HealthProbe> probes() {
        List<HealthProbe> probes = new ArrayList<>();
        probes.add(this::analysts);
        if (fetches()) {
            probes.add(() -> new Health.Component("creator_source", SOURCE, source.isUp() ? Health.Status.UP : Health.Status.DEGRADED,
                    source.isUp() ? "" : "it failed several times in a row; what is known is served"));
        }
        return probes;
    }

    private Health.Component analysts() {
        Optional<ContentAnalyst> down = models.stream().filter(model -> !model.isUp()).findFirst();
        return new Health.Component("content_analyst", ANALYST, down.isEmpty() ? Health.Status.UP : Health.Status.DEGRADED,
                down.map(model -> model.model().name() + " failed several times in a row; the next one or the rules answer").orElse(""));
    }

    List<Meter> meters() {
        return List.of(known, this::calls);
    }

    /** A model that does several tasks is listed for each, and has one count for all. */
    private List<Meter.Reading> calls() {
        Map<Model, AnalystUse> ai = useCases.listModels().handle(new ListModels.Query(PROGRAM)).stream()
                .filter(inUse -> inUse.model().isAi())
                .collect(Collectors.toMap(ListModels.InUse::model, ListModels.InUse::use, (first, same) -> first));
        long calls = ai.values().stream().mapToLong(AnalystUse::calls).sum();
        long unread = ai.values().stream().flatMap(use -> use.unread().values().stream()).mapToLong(Long::longValue).sum();
        return List.of(new Meter.Reading("ai_calls_total", "Calls to models since the program was started", calls),
                new Meter.Reading("ai_failure_ratio", "Of them, those without an answer", calls == 0 ? 0 : (double) unread / calls));
    }

    /** Which task each chosen model does, for the log. */
    String told() {
        if (models.isEmpty()) {
            return "the rules";
        }
        List<String> names = new ArrayList<>();
        models.forEach(model -> names.add(model.model().name() + " (" + String.join(", ", model.tasks().stream().map(Task::code).sorted().toList())
                + ")"));
        return String.join(", ", names) + ", then the rules";
    }

    @Override
    public void close() {
        for (AutoCloseable part : closed) {
            try {
                part.close();
            } catch (Exception fault) {
                LOG.warn("a part did not close well", fault);
            }
        }
    }
}
