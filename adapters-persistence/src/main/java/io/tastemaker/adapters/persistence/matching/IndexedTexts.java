package io.tastemaker.adapters.persistence.matching;

import io.tastemaker.application.matching.out.Texts;
import io.tastemaker.domain.matching.Catalogue;
import io.tastemaker.domain.matching.RowSet;
import io.tastemaker.domain.matching.TextQuestion;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Texts read from the index of each owner whose creators a team sees. What it holds besides is found in the team's own index only. */
record IndexedTexts(Catalogue catalogue, List<TextIndex.View> indexes) implements Texts {

    @Override
    public RowSet saying(TextQuestion question) {
        if (question.kind() != TextQuestion.Kind.KEYWORDS_ALL) {
            return anyOf(question.kind(), question.texts());
        }
        return question.texts().stream().map(text -> anyOf(question.kind(), Set.of(text))).reduce(RowSet::and).orElse(RowSet.NONE);
    }

    private RowSet anyOf(TextQuestion.Kind kind, Collection<String> texts) {
        RowSet.Collector found = new RowSet.Collector();
        indexes.forEach(index -> index.find(kind, texts, catalogue, found));
        return found.collected();
    }
}
