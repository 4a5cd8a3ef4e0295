<?php

declare(strict_types=1);

namespace SupportPin\Whmcs;

/** A language of WHMCS, as the service's pages name it: each file in lang/ has its tag. */
final class Language
{
    private const NAME = '/^[a-z]+(-[a-z]+)?$/D';

    /** @param string $name as WHMCS says it, such as german; English where the module has no file of it */
    public static function tag(string $name): string
    {
        $file = dirname(__DIR__) . "/lang/$name.php";
        $_ADDONLANG = [];
        if (preg_match(self::NAME, $name) === 1 && is_file($file)) {
            require $file;
        }
        return $_ADDONLANG['tag'] ?? 'en';
    }
}
