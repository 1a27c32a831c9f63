package io.tastemaker.adapters.integrations.content;

import com.fasterxml.jackson.databind.JsonNode;

/** An account as the pages of Instagram themselves get it, by GraphQL. */
record WebUser(JsonNode user) implements Shape {

    @Override
    public JsonNode handle() {
        return user.path("username");
    }

    @Override
    public void tell(ProfileDraft draft) {
        Values values = draft.values();
        draft.name(user.path("full_name"));
        draft.biography(user.path("biography"));
        draft.followers(values.object(user.path("edge_followed_by"), "followers").path("count"));
        draft.verified(user.path("is_verified"));
        draft.website(first(user.path("external_url"), user.path("bio_links").path(0).path("url")));
        draft.avatar(first(user.path("profile_pic_url_hd"), user.path("profile_pic_url")));
        draft.category(first(user.path("category_name"), user.path("business_category_name")));
        draft.isPrivate(user.path("is_private"));
        if (showsContacts()) {
            draft.email(user.path("business_email"));
        }
        JsonNode timeline = values.object(user.path("edge_owner_to_timeline_media"), "posts");
        draft.postsCount(timeline.path("count"));
        values.list(timeline.path("edges"), "posts").forEach(edge -> post(draft, values.object(edge, "a post")));
        JsonNode similar = values.object(user.path("edge_related_profiles"), "related accounts");
        values.list(similar.path("edges"), "related accounts")
                .forEach(edge -> draft.related(edge.path("node").path("username"), edge.path("node").path("full_name")));
    }

    /** Whoever hides the address of a business from visitors does not want it to be found here. */
    private boolean showsContacts() {
        return user.path("should_show_public_contacts").asBoolean(true);
    }

    private static void post(ProfileDraft draft, JsonNode edge) {
        Values values = draft.values();
        JsonNode node = values.object(edge.path("node"), "a post");
        JsonNode written = first(node.path("edge_media_to_caption").path("edges").path(0).path("node").path("text"), node.path("caption"));
        JsonNode likes = first(node.path("edge_liked_by"), node.path("edge_media_preview_like"));
        JsonNode comments = first(node.path("edge_media_to_comment"), node.path("edge_media_preview_comment"));
        new PostReader(values).code(node.path("shortcode")).id(node.path("id")).postedAt(node.path("taken_at_timestamp")).caption(written)
                .counts(count(values, likes, "likes of a post"), count(values, comments, "comments of a post"),
                        first(node.path("video_view_count"), node.path("video_play_count")))
                .besides("type", node.path("__typename")).besides("is_video", node.path("is_video"))
                .besides("product_type", node.path("product_type")).besides("video_duration", node.path("video_duration"))
                .besides("location", node.path("location").path("name"))
                .post().ifPresentOrElse(draft::post, draft::lost);
    }

    private static JsonNode count(Values values, JsonNode edge, String what) {
        return values.object(edge, what).path("count");
    }

    private static JsonNode first(JsonNode one, JsonNode other) {
        return Values.isAbsent(one) ? other : one;
    }
}
