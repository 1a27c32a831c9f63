package io.tastemaker.application.identity.out;

class InMemoryPasswordsTest extends PasswordsContract {

    @Override
    protected Passwords passwords() {
        return new InMemoryPasswords();
    }

    @Override
    protected Passwords former() {
        return new InMemoryPasswords(1);
    }
}
