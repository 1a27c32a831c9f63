package io.tastemaker.adapters.http.shared;

import java.util.Locale;

/** Every problem the API answers. Programs switch on the code; {@code docs/problems.md} explains each. */
public enum ProblemCode {
    MALFORMED_JSON(400, "The body is not the JSON that is asked for",
            "The body is not one JSON document in UTF-8: a syntax error, a duplicate key, trailing text, nesting deeper than "
                    + "64, or no body at all."),
    MALFORMED_MULTIPART(400, "The body is not the multipart that is asked for",
            "The body is not one multipart/form-data document (RFC 7578): the boundary is missing, a part is broken, there are too many, "
                    + "or the end is missing."),
    INVALID_FIELD(400, "A field is not valid",
            "A member of the body is missing, has the wrong type (nothing is converted), or lies outside its bounds."),
    UNKNOWN_FIELD(400, "A field is not known",
            "A member of the body is not known or not writable here; the answer names the allowed ones."),
    INVALID_PARAMETER(400, "A parameter is not valid",
            "A parameter of the path or query, or a header, has the wrong form or lies outside its bounds."),
    UNKNOWN_PARAMETER(400, "A parameter is not known", "A query parameter is not known here; the answer names the allowed ones."),
    NOT_AVAILABLE_YET(400, "There is no data for this yet",
            "The filter or dictionary is part of the vocabulary, and this version has no data for it: an empty result would be a "
                    + "wrong answer."),
    INVALID_CURSOR(400, "The cursor does not belong to this list",
            "The cursor was changed, or was made for another team, route, filter or sort. Start again without it."),
    TWO_CREDENTIALS(400, "Two credentials", "Both Authorization and X-Api-Key were sent. Send one."),
    INVALID_TOKEN(400, "The token is not valid",
            "The token is unknown, used, replaced or revoked, has expired, or belongs to somebody else; the answer is the same. "
                    + "Ask for a new one."),
    SIGNATURE_INVALID(400, "The message is not believed",
            "It is not signed, or not by whom it should be, or too long ago. Nothing was stored."),
    IDEMPOTENCY_KEY_MISSING(400, "An Idempotency-Key is needed",
            "This route needs an Idempotency-Key of 1 to 255 visible ASCII characters."),
    INVALID_REQUEST(400, "The request has several faults", "Faults of several kinds at once; errors lists them all."),
    BAD_REQUEST(400, "The request is not valid HTTP", "The request line, a header or the framing of the body breaks RFC 9110 or RFC 9112."),
    UNAUTHENTICATED(401, "No valid credential", "There is no credential, or it is unknown, revoked or expired."),
    TOKEN_EXPIRED(401, "The access token has expired", "The access token was good once; get the next one with the refresh token."),
    INVALID_CREDENTIALS(401, "The credentials are not valid",
            "There is no account with this address and password that may be used. Every failed login is answered so."),
    CREDITS_MISSING(402, "Not enough credits",
            "required says what it costs, available what is there for it, missing what would have to be added, debt what is owed. Nothing "
                    + "was charged. The same key is answered so again; ask under a new one once there is more."),
    PAYMENT_DECLINED(402, "The payment provider does not do it",
            "reason says why, in the provider's words: a card was declined, a sum cannot be paid. Nothing was changed here. The same key is "
                    + "answered so again; ask under a new one."),
    PLAN_REQUIRED(403, "The plan does not allow this",
            "Whatever the balance, the team's plan does not include it; required_plan is the cheapest that does, null when none does."),
    PROPOSALS_LOCKED(403, "Proposals are not open to the team",
            "Whatever the plan, proposals are closed until an operator opens them to the team. What was written before is kept."),
    UNLOCK_REQUIRED(403, "It is not paid for yet", "action says as what it is paid; this route shows it again and never charges."),
    MEMBER_CAP_REACHED(403, "The member's credit cap is reached",
            "It would take more credits than the team lets this member spend in a period: cap, used and required say more."),
    FORBIDDEN(403, "Not allowed", "The credential is valid and does not allow this; required_role or required_scope says what is missing."),
    RIGHT_MISSING(403, "Your right does not go so far",
            "You may know of it and not do this with it: right says what you may, needed what it takes. Whoever manages it can share more."),
    PROOF_NEEDED(403, "Prove that it is you",
            "Send the password of the account, or what an authenticator shows now. An account without a password must have signed in "
                    + "within the last ten minutes."),
    SELF_APPROVAL_FORBIDDEN(403, "Somebody else has to approve it",
            "Who handed work in may not approve it, too, unless the work rules of the campaign allow self_approval."),
    NOT_FOUND(404, "Not found", "There is no such thing, or it is another team's; the answer is the same."),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here", "The Allow header lists the methods of this path."),
    NOT_ACCEPTABLE(406, "None of the accepted media types is available",
            "The Accept header names none of the media types this route answers."),
    REQUEST_TOO_SLOW(408, "The request arrived too slowly", "The body came slower than the least rate. Nothing was done."),
    STATE_CONFLICT(409, "The state does not allow this", "The thing is in a state that forbids it; state and allowed say more."),
    CAMPAIGN_INCOMPLETE(409, "Something is missing", "A campaign that runs needs more than a draft; missing names all of it, errors says what each part needs."),
    ALREADY_EXISTS(409, "It exists already", "There is one with the same identity; location names it where that is allowed."),
    LIST_FULL(409, "The list is full",
            "most says how many creators a list takes, items how many are on it, added how many would be new. Nobody was added."),
    LIMIT_REACHED(409, "There are as many as there may be", "most says how many. Remove one, or use one that is there."),
    INVITATION_EXPIRED(409, "The invitation has expired",
            "An invitation to a team works for 7 days, one to a creator for as long as its letter says. Ask the team for a new one."),
    NOT_INVITABLE(409, "Some of them cannot be invited",
            "blocked names each creator and why: not_shortlisted, takes_part, email_locked, no_email, invited_before, declined_before or "
                    + "wants_no_mail. Nobody was invited and nothing was sent."),
    SEATS_EXHAUSTED(409, "No seat is left",
            "The team has as many members and pending invitations as it has seats; seats says how many. Remove or revoke one, or get more."),
    EMAIL_UNVERIFIED(409, "The address is not verified",
            "The provider does not say that the e-mail address belongs to the person, so it opens no account. Verify it there, or sign in "
                    + "with the password and link the provider."),
    RANKING_EXPIRED(409, "The ranking has expired",
            "The working data of a ranking are kept for 5 minutes. Search or match again to go on from it or to have it "
                    + "explained; the places and receipts of a campaign's match can still be read at /rankings/{ranking_id}."),
    PRICE_ABOVE_MAX(409, "It costs more than X-Credits-Max",
            "price says what it costs, max what the request allowed. Nothing was charged."),
    NO_EMAIL(409, "No address is known", "Nobody knows an e-mail address of this creator. Nothing was charged."),
    COUPON_REFUSED(409, "The coupon is not good for this",
            "reason says why: unknown, ended, expired, used_up or other_currency. Nothing was ordered."),
    OVER_BUDGET(409, "It goes over the budget",
            "limit is what the campaign's brief allows, now what is planned or used, then what it would be. Nothing was entered. Who may approve "
                    + "sends it again with override."),
    CURRENCY_MISMATCH(409, "It is in another currency", "A campaign's budget has one currency, which expected names. Nothing is converted."),
    BUDGET_MISSING(409, "The campaign has no budget", "The brief allows nothing yet. Give the campaign a budget first."),
    IDEMPOTENCY_KEY_REUSED(409, "The Idempotency-Key was used for another request",
            "The key belongs to a request with another body. Use a new key."),
    REQUEST_IN_PROGRESS(409, "The first request with this key is still running", "Ask again after Retry-After seconds."),
    STALE_VERSION(412, "The thing has changed since you read it",
            "If-Match names an older version; read it again. current_version says which."),
    BODY_TOO_LARGE(413, "The body is too large", "Bodies have at most 1 MB, uploads what the route says."),
    URI_TOO_LONG(414, "The address is too long", "The query string has at most 2 KB."),
    UNSUPPORTED_MEDIA_TYPE(415, "The media type is not supported",
            "The body has another media type than the route reads, or a content encoding; bodies are not decompressed."),
    IF_MATCH_MISSING(428, "If-Match is needed", "Changing this needs If-Match with the ETag you read."),
    RATE_LIMITED(429, "Too many requests", "Ask again after Retry-After seconds. Nothing was done."),
    HEADERS_TOO_LARGE(431, "The headers are too large", "The request line and the headers have at most 8 KB together."),
    INTERNAL(500, "Something went wrong here", "A fault of the program. The instance names the request in its log."),
    UNAVAILABLE(503, "A dependency is unavailable", "dependency says which. Nothing was done; ask again after Retry-After seconds."),
    NOT_CONFIGURED(503, "This is not set up here",
            "part needs settings that this installation does not have; everything else works. Whoever runs it can set it up."),
    HTTP_VERSION_NOT_SUPPORTED(505, "The HTTP version is not supported", "The server speaks HTTP/1.0 and HTTP/1.1.");

    private final int status;
    private final String title;
    private final String explanation;

    ProblemCode(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    /**
     * The HTTP status.
     *
     * @return 400 to 599
     */
    public int status() {
        return status;
    }

    /**
     * A short title for people; may change.
     *
     * @return without a full stop
     */
    public String title() {
        return title;
    }

    /**
     * What it means and what to do.
     *
     * @return one or two sentences
     */
    public String explanation() {
        return explanation;
    }

    /**
     * The stable name that programs switch on.
     *
     * @return in snake_case
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
