package io.tastemaker.application.matching.out;

import io.tastemaker.domain.content.CaptionTags;
import io.tastemaker.domain.content.Post;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.matching.Catalogue;
import io.tastemaker.domain.matching.CatalogueSegment;
import io.tastemaker.domain.matching.RowSet;
import io.tastemaker.domain.matching.TextQuestion;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Observed;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Texts in memory, of scripts with spaces: each is read from the beginning whenever somebody asks.
 *
 * @param said what each creator says
 */
record InMemoryTexts(Catalogue catalogue, Map<CreatorId, List<String>> said) implements Texts {

    static InMemoryTexts of(Catalogue catalogue, List<Creator> creators, List<Post> posts) {
        Map<CreatorId, List<String>> said = new HashMap<>();
        for (Creator creator : creators) {
            List<String> texts = said.computeIfAbsent(creator.id(), id -> new ArrayList<>());
            texts.add(creator.handle().name());
            creator.facts().get(Fact.NAME).map(Observed::value).ifPresent(texts::add);
            creator.facts().get(Fact.BIOGRAPHY).map(Observed::value).ifPresent(texts::add);
        }
        posts.forEach(post -> said.computeIfAbsent(post.creator(), id -> new ArrayList<>()).add(post.content().caption()));
        return new InMemoryTexts(catalogue, said);
    }

    @Override
    public RowSet saying(TextQuestion question) {
        RowSet.Collector found = new RowSet.Collector();
        for (CatalogueSegment segment : catalogue.segments()) {
            said.forEach((creator, texts) -> {
                int row = segment.find(creator);
                if (row >= 0 && matches(question, texts)) {
                    found.of(segment).accept(row);
                }
            });
        }
        return found.collected();
    }

    private static boolean matches(TextQuestion question, List<String> texts) {
        return switch (question.kind()) {
            case KEYWORDS -> question.texts().stream().anyMatch(wanted -> texts.stream().anyMatch(text -> words(text).contains(words(wanted))));
            case KEYWORDS_ALL -> question.texts().stream().allMatch(wanted -> texts.stream().anyMatch(text -> words(text).contains(words(wanted))));
            case HASHTAGS -> texts.stream().flatMap(text -> CaptionTags.of(text).hashtags().stream()).map(InMemoryTexts::words)
                    .anyMatch(tag -> question.texts().stream().map(InMemoryTexts::words).anyMatch(tag::equals));
            case MENTIONS -> texts.stream().flatMap(text -> CaptionTags.of(text).mentions().stream()).map(InMemoryTexts::words)
                    .anyMatch(name -> question.texts().stream().map(InMemoryTexts::words).anyMatch(name::equals));
        };
    }

    /** The words in order, each between spaces. */
    private static String words(String text) {
        return " " + Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT).replaceAll("\\p{M}", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
    }
}
