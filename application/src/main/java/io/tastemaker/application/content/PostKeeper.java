package io.tastemaker.application.content;

import io.tastemaker.application.content.out.ContentProfiles;
import io.tastemaker.application.content.out.Posts;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.domain.content.Post;
import io.tastemaker.domain.content.PostDraft;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.PostId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Merges what a file or a source says of posts with what is known of them. To be used inside a transaction of the posts' owner. */
final class PostKeeper {

    private final Posts posts;
    private final ContentProfiles profiles;
    private final Ids ids;

    PostKeeper(Posts posts, ContentProfiles profiles, Ids ids) {
        this.posts = posts;
        this.profiles = profiles;
        this.ids = ids;
    }

    /** Whose posts, who says so, and when it was true. */
    record Origin(TeamId owner, TeamId creatorOwner, CreatorId creator, String source, Instant at) {

        /** Whether what is known of a post comes from here. */
        boolean saidLast(Post post) {
            return post.source().equals(source) && post.observedAt().equals(at.truncatedTo(ChronoUnit.MICROS));
        }
    }

    /** What came of a post. */
    enum Effect { CREATED, UPDATED, UNCHANGED }

    /**
     * What came of merging.
     *
     * @param effects by the key of the post
     * @param contradicted drafts that say something else than was said at the same time from the same source; what was said first stays
     */
    record Merged(Map<String, Effect> effects, Set<PostDraft> contradicted) {}

    /** Merges; of several drafts of one key each is taken over in turn. */
    Merged merge(Origin origin, Collection<PostDraft> drafts, Instant now) {
        Map<String, Post> stored = posts.lock(origin.creator(), drafts.stream().map(PostDraft::key).distinct().toList()).stream()
                .collect(Collectors.toMap(post -> post.content().key(), Function.identity()));
        Map<String, Post> known = new LinkedHashMap<>(stored);
        Set<PostDraft> contradicted = new HashSet<>();
        for (PostDraft draft : drafts) {
            Post before = known.get(draft.key());
            if (before != null && origin.saidLast(before) && draft.contradicts(before.content())) {
                contradicted.add(draft);
            }
            known.put(draft.key(), before == null ? drafted(origin, draft) : before.learned(draft, origin.source(), origin.at()));
        }
        List<Post> created = known.values().stream().filter(post -> !stored.containsKey(post.content().key())).toList();
        List<Post> changed = stored.values().stream().map(post -> known.get(post.content().key()))
                .filter(post -> post != stored.get(post.content().key())).toList();
        posts.add(created);
        posts.replace(changed);
        if (!created.isEmpty() || !changed.isEmpty()) {
            profiles.outdate(origin.creatorOwner(), origin.creator(), now);
        }
        return new Merged(known.values().stream().collect(Collectors.toMap(post -> post.content().key(),
                post -> effect(Optional.ofNullable(stored.get(post.content().key())), post))), contradicted);
    }

    private static Effect effect(Optional<Post> before, Post after) {
        return before.map(post -> post.content().equals(after.content()) ? Effect.UNCHANGED : Effect.UPDATED).orElse(Effect.CREATED);
    }

    private Post drafted(Origin origin, PostDraft draft) {
        return new Post(new PostId(ids.next()), origin.owner(), origin.creatorOwner(), origin.creator(), draft, origin.source(), origin.at());
    }
}
