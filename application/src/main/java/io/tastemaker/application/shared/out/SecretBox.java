package io.tastemaker.application.shared.out;

/** Encrypts what has to be read again and must not lie open in the database. */
public interface SecretBox {

    /**
     * Encrypts.
     *
     * @param plain what is kept
     * @param context what it belongs to, such as {@code totp:0195…}; opening it for anything else fails
     * @return AES-GCM with a new nonce, and the name of the key
     */
    byte[] seal(byte[] plain, String context);

    /**
     * Decrypts.
     *
     * @param sealed what {@link #seal} gave
     * @param context as it was then
     * @return what was kept
     * @throws IllegalStateException when it was changed, belongs to something else, or its key is gone
     */
    byte[] open(byte[] sealed, String context);
}
