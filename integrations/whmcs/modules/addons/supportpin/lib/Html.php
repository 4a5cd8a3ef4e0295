<?php

declare(strict_types=1);

namespace SupportPin\Whmcs;

/** Everything that goes into a page goes through here. */
final class Html
{
    public static function text(string $text): string
    {
        return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML5, 'UTF-8');
    }

    /** An element of the service's pages, with the module that defines it. @param array<string, string> $attributes */
    public static function element(Settings $settings, string $module, string $name, array $attributes): string
    {
        $written = '';
        foreach (['api' => $settings->origin('api')] + $attributes as $attribute => $value) {
            $written .= ' ' . $attribute . '="' . self::text($value) . '"';
        }
        return '<script type="module" src="' . self::text($settings->origin('pages') . $module) . '"></script>' . "<$name$written></$name>";
    }
}
