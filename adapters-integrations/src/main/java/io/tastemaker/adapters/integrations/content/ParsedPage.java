package io.tastemaker.adapters.integrations.content;

import com.fasterxml.jackson.databind.JsonNode;

/** An account as a parser reads it off its page, numbers as they are shown there: {@code 76.5M}. */
record ParsedPage(JsonNode page) implements Shape {

    @Override
    public JsonNode handle() {
        return page.path("account").path("username");
    }

    @Override
    public void tell(ProfileDraft draft) {
        Values values = draft.values();
        JsonNode account = values.object(page.path("account"), "the account");
        JsonNode stats = values.object(page.path("stats"), "numbers");
        JsonNode about = values.object(page.path("biography"), "the biography");
        draft.name(about.path("name"));
        draft.biography(about.path("description"));
        draft.website(about.path("url"));
        draft.category(about.path("occupation"));
        draft.followers(stats.path("followers"));
        draft.postsCount(stats.path("posts"));
        draft.verified(account.path("verified"));
        draft.isPrivate(account.path("private"));
        draft.avatar(account.path("image"));
        values.list(page.path("posts"), "posts").forEach(post -> post(draft, values.object(post, "a post")));
        values.list(page.path("relatedAccounts"), "related accounts")
                .forEach(other -> draft.related(other.path("username"), other.path("name")));
    }

    private static void post(ProfileDraft draft, JsonNode post) {
        new PostReader(draft.values()).page(post.path("href")).caption(post.path("description"))
                .counts(post.path("likes"), post.path("comments"), post.path("views"))
                .post().ifPresentOrElse(draft::post, draft::lost);
    }
}
