package io.tastemaker.adapters.integrations.content;

import com.fasterxml.jackson.databind.JsonNode;

/** A business account as the Graph API of Instagram shows it to others, with as many fields as were asked for. */
record DiscoveredBusiness(JsonNode business) implements Shape {

    @Override
    public JsonNode handle() {
        return business.path("username");
    }

    @Override
    public void tell(ProfileDraft draft) {
        Values values = draft.values();
        draft.name(business.path("name"));
        draft.biography(business.path("biography"));
        draft.website(business.path("website"));
        draft.avatar(business.path("profile_picture_url"));
        draft.followers(business.path("followers_count"));
        draft.postsCount(business.path("media_count"));
        JsonNode media = values.object(business.path("media"), "posts");
        values.list(media.path("data"), "posts").forEach(post -> post(draft, values.object(post, "a post")));
    }

    private static void post(ProfileDraft draft, JsonNode post) {
        new PostReader(draft.values()).code(post.path("shortcode")).id(post.path("id")).page(post.path("permalink"))
                .postedAt(post.path("timestamp")).caption(post.path("caption"))
                .counts(post.path("like_count"), post.path("comments_count"), post.path("view_count"))
                .besides("type", post.path("media_type")).besides("product_type", post.path("media_product_type"))
                .post().ifPresentOrElse(draft::post, draft::lost);
    }
}
