package io.tastemaker.adapters.ai.content;

import io.tastemaker.application.content.out.ContentAnalyst;
import io.tastemaker.application.content.out.ContentAnalystContract;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.domain.content.Task;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** A local model for each task is an analyst like any other. */
class LocalContractTest {

    @TempDir
    Path directory;

    private LocalModels models;

    @BeforeEach
    void open() {
        TinyModels.language(directory);
        TinyModels.sentiment(directory);
        TinyModels.category(directory);
        models = ((LocalModels.Opened.Open) LocalModels.open(directory, new HandClock())).models();
    }

    @AfterEach
    void close() {
        models.close();
    }

    private ContentAnalyst analyst(Task task) {
        return models.analysts().stream().filter(analyst -> analyst.tasks().contains(task)).findFirst().orElseThrow();
    }

    @Nested
    class OfLanguage extends ContentAnalystContract {
        @Override
        protected ContentAnalyst analyst() {
            return LocalContractTest.this.analyst(Task.LANGUAGE);
        }
    }

    @Nested
    class OfSentiment extends ContentAnalystContract {
        @Override
        protected ContentAnalyst analyst() {
            return LocalContractTest.this.analyst(Task.SENTIMENT);
        }
    }

    @Nested
    class OfCategory extends ContentAnalystContract {
        @Override
        protected ContentAnalyst analyst() {
            return LocalContractTest.this.analyst(Task.CATEGORY);
        }
    }
}
