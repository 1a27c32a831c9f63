package io.tastemaker.application.content.out;

class InMemoryLanguageDetectorTest extends LanguageDetectorContract {

    private final LanguageDetector detector = new InMemoryLanguageDetector();

    @Override
    protected LanguageDetector detector() {
        return detector;
    }
}
