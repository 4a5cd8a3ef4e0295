<?php

require __DIR__ . '/init.php';

if (($_GET['m'] ?? '') !== 'supportpin') {
    client_page('Client area', '<p>Welcome.</p>');
    exit;
}
ob_start();
require __DIR__ . '/modules/addons/supportpin/supportpin.php';
$module = supportpin_clientarea(module_vars('index.php?m=supportpin', language()));
if ($module['requirelogin'] && !isset($_SESSION['client'])) {
    header('Location: login.php');
    exit;
}
// As much of Smarty as the template needs; WHMCS's does not escape by itself.
$template = file_get_contents(__DIR__ . "/modules/addons/supportpin/{$module['templatefile']}.tpl");
$template = preg_replace('/\{\*.*?\*\}/s', '', $template);
client_page(
    $module['pagetitle'],
    preg_replace_callback('/\{\$(\w+) nofilter\}/', fn (array $found): string => $module['vars'][$found[1]], $template),
);
