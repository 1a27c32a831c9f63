package io.tastemaker.application.content;

import io.tastemaker.application.content.out.ContentAnalyst;
import io.tastemaker.application.content.out.LanguageDetector;
import io.tastemaker.domain.content.Findings;
import io.tastemaker.domain.content.Model;
import io.tastemaker.domain.content.Task;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The language detector as an analyst: no network, and always there. */
final class LanguageAnalyst implements ContentAnalyst {

    private final LanguageDetector detector;

    LanguageAnalyst(LanguageDetector detector) {
        this.detector = detector;
    }

    @Override
    public Model model() {
        return new Model(Model.Source.RULE_BASED, "tastemaker", "language_detector", detector.version());
    }

    @Override
    public Set<Task> tasks() {
        return Set.of(Task.LANGUAGE);
    }

    @Override
    public boolean isUp() {
        return true;
    }

    @Override
    public Answer read(List<Passage> texts, Set<Task> tasks, Duration within) {
        return new Answer.Read(texts.stream().map(passage -> Findings.NOTHING.withLanguage(detector.detect(passage.text()))).toList());
    }
}
