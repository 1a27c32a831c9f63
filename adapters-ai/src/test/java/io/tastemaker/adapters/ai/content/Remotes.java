package io.tastemaker.adapters.ai.content;

import io.tastemaker.adapters.ai.shared.Endpoint;
import io.tastemaker.adapters.ai.shared.GateLimits;
import io.tastemaker.adapters.ai.standin.StandInModels;
import io.tastemaker.application.content.out.ContentAnalyst;
import io.tastemaker.application.content.out.ContentAnalyst.Answer;
import io.tastemaker.application.content.out.ContentAnalyst.Passage;
import io.tastemaker.domain.content.Findings;
import io.tastemaker.domain.content.Task;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Analysts that ask the stand-in. */
final class Remotes {

    static final String KEY = "sk-stand-in-0123456789";
    static final Duration LONG = Duration.ofSeconds(30);

    /** One attempt for each question: what is counted are calls. */
    static final GateLimits ONCE = limits(1);

    static final GateLimits PATIENT = limits(4);

    private Remotes() {}

    private static GateLimits limits(int attempts) {
        return new GateLimits(Duration.ofSeconds(3), Duration.ofSeconds(30), Duration.ofSeconds(60), attempts, Duration.ofMillis(1),
                Duration.ofSeconds(120), 3, 8, 1024 * 1024);
    }

    static Endpoint endpoint(URI base, String model) {
        return new Endpoint(base, Optional.of(KEY), model);
    }

    static ChatAnalyst chat(StandInModels models, InstantSource clock, GateLimits limits) {
        return new ChatAnalyst(endpoint(models.chat(), "stand-in-mini"), clock, limits);
    }

    static InferenceAnalyst classifier(Task task, StandInModels models, InstantSource clock, GateLimits limits) {
        return new InferenceAnalyst(task, endpoint(models.classifiers(), InferenceAnalyst.usualModel(task)), "latest", clock, limits);
    }

    static List<Passage> passages(String... texts) {
        return Arrays.stream(texts).map(text -> new Passage(text, Optional.empty())).toList();
    }

    static Answer read(ContentAnalyst analyst, String... texts) {
        return analyst.read(passages(texts), analyst.tasks(), LONG);
    }

    static List<Findings> findings(ContentAnalyst analyst, String... texts) {
        return ((Answer.Read) read(analyst, texts)).findings();
    }
}
