<?php

declare(strict_types=1);

use SupportPin\Whmcs\Agent;
use SupportPin\Whmcs\Customer;
use SupportPin\Whmcs\Html;
use SupportPin\Whmcs\Language;
use SupportPin\Whmcs\Settings;
use WHMCS\Config\Setting;

if (!defined('WHMCS')) {
    exit;
}
// WHMCS reads this file for each page, with any PHP that it runs on: nothing here is newer than PHP 7.2. The rest needs 8.1.
if (PHP_VERSION_ID < 80100) {
    return;
}

foreach (['Settings', 'Customer', 'Agent', 'Html', 'Language'] as $class) {
    require_once __DIR__ . "/lib/$class.php";
}

/** A fault of this module must not take a page of WHMCS down; it is in PHP's error log. */
function supportpin_safely(callable $hook): callable
{
    return function ($vars) use ($hook) {
        try {
            return $hook($vars);
        } catch (Throwable $e) {
            error_log('Support PIN: ' . $e->getMessage());
            return '';
        }
    };
}

add_hook('UserLogin', 1, supportpin_safely([Customer::class, 'signsIn']));

/** The bar, on each page but the module's own, which has one. */
add_hook('ClientAreaFooterOutput', 1, supportpin_safely(function ($vars): string {
    $settings = Settings::stored();
    if (!$settings->isComplete() || ($_GET['m'] ?? '') === 'supportpin' || Customer::current() === null) {
        return '';
    }
    $root = $vars['WEB_ROOT'] ?? '';
    return Html::element($settings, '/bar/support-pin-bar.js', 'support-pin-bar', [
        'token-url' => "$root/index.php?m=supportpin&action=token",
        'mobile-page' => "$root/index.php?m=supportpin",
        'sign-in-page' => "$root/logout.php",
        'lang' => Language::tag((string) ($vars['language'] ?? '')),
    ]);
}));

/** The menu is on pages with a path, such as /knowledgebase/12/…, and this hook is not told WEB_ROOT: only the folder is taken from SystemURL. */
add_hook('ClientAreaPrimaryNavbar', 1, supportpin_safely(function ($navbar): void {
    if (Settings::stored()->isComplete() && Customer::current() !== null) {
        $root = rtrim((string) parse_url((string) Setting::getValue('SystemURL'), PHP_URL_PATH), '/');
        $navbar->addChild('support-pin', ['label' => 'Support PIN', 'uri' => "$root/index.php?m=supportpin", 'order' => 90]);
    }
}));

/** The console, with the customer of the profile; the telephone system opens it with &call=…, else the call gets a name here. */
add_hook('AdminAreaClientSummaryPage', 1, supportpin_safely(function ($vars): string {
    $settings = Settings::stored();
    $agent = $settings->isComplete() ? Agent::current($settings) : null;
    if ($agent === null) {
        return '';
    }
    $call = $_GET['call'] ?? '';
    return Html::element($settings, '/console/console.js', 'support-agent-console', [
        'token-url' => 'addonmodules.php?module=supportpin&action=token',
        'lang' => $agent->language,
        'customer' => (string) (int) $vars['userid'],
        'call' => is_string($call) && preg_match('/^[!-~]{1,64}$/D', $call) ? $call : 'whmcs-' . gmdate('Ymd-His') . '-' . $agent->id,
    ]);
}));
