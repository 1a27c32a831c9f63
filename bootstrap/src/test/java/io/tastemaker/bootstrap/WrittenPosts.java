package io.tastemaker.bootstrap;

import io.tastemaker.adapters.persistence.content.JooqPosts;
import io.tastemaker.adapters.persistence.creators.JooqCreators;
import io.tastemaker.adapters.persistence.shared.TimeOrderedIds;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.content.Counts;
import io.tastemaker.domain.content.Post;
import io.tastemaker.domain.content.PostDraft;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Facts;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.PostId;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Creators with posts in several languages, written into a database many at a time. The same seed writes the same texts. */
final class WrittenPosts {

    private static final int AT_ONCE = 50;
    private static final Instant LATEST = Instant.parse("2026-06-30T12:00:00Z");
    private static final List<String> TEXTS = List.of(
            "I love this amazing summer dress, and it is the best outfit of the week",
            "The hotel was terrible, and I am so disappointed with this trip",
            "Nuestra receta de la semana: comida muy fácil para todos, gracias por estar aquí",
            "Treino de hoje na academia, muito cansado mas feliz com o resultado",
            "Ein wunderbarer Tag in den Bergen, und die Kamera war natürlich dabei",
            "Une journée parfaite pour essayer le nouveau rouge à lèvres avec vous",
            "New phone, new camera, same mess on my desk 😅 which one would you take?",
            "आज की रेसिपी सबको बहुत पसंद आई");

    private final Application application;
    private final JooqCreators creators;
    private final JooqPosts posts;
    private final TimeOrderedIds ids;
    private final SplittableRandom random;
    private int written;

    WrittenPosts(Application application, long seed) {
        this.application = application;
        this.creators = new JooqCreators(application.transactions());
        this.posts = new JooqPosts(application.transactions());
        this.random = new SplittableRandom(seed);
        this.ids = new TimeOrderedIds(InstantSource.system(), random.split());
    }

    /** A creator and how many posts there are. */
    record Author(TeamId team, CreatorId creator, int posts) {}

    /** As many creators of a team as there are numbers, each with so many posts. */
    List<Author> write(TeamId team, List<Integer> sizes) {
        List<Author> authors = new ArrayList<>();
        for (int from = 0; from < sizes.size(); from += AT_ONCE) {
            List<Author> some = sizes.subList(from, Math.min(sizes.size(), from + AT_ONCE)).stream()
                    .map(size -> new Author(team, new CreatorId(ids.next()), size)).toList();
            List<Creator> made = some.stream().map(this::creator).toList();
            List<Post> published = some.stream()
                    .flatMap(author -> IntStream.range(0, author.posts()).mapToObj(number -> post(author, number))).toList();
            application.transactions().run(new Actor.Operator("faults", team), "faults.posts", () -> {
                creators.add(made);
                posts.add(published);
                application.transactions().about(Subject.of("team", team), List.of());
            });
            authors.addAll(some);
        }
        return authors;
    }

    private Creator creator(Author author) {
        written++;
        return new Creator(author.creator(), author.team(), 1, Handle.read(Platform.INSTAGRAM, "author." + written).orElseThrow(),
                Observed.Kind.IMPORTED, Facts.NONE, Map.of());
    }

    /** No two posts of a creator have the same text. */
    private Post post(Author author, int number) {
        String caption = TEXTS.get(random.nextInt(TEXTS.size())) + " #" + author.creator().toString().substring(24) + "x" + number;
        Counts counts = new Counts(Optional.of(random.nextLong(100_000)), Optional.of(random.nextLong(1_000)), Optional.empty(),
                Optional.empty(), Optional.empty());
        PostDraft draft = new PostDraft("post-" + number, Optional.empty(), Optional.of(LATEST.minus(Duration.ofHours(7L * number))),
                caption, counts, Map.of());
        return new Post(new PostId(ids.next()), author.team(), author.team(), author.creator(), draft, "import:faults.csv", LATEST);
    }
}
